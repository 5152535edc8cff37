import { Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { AccountEnv } from '../../resolvers/config/environment.ts';
import type { Settings } from '../settings/stage.ts';
import type { FunctionRight } from './common/own-function.ts';
import { removal } from './common/removal.ts';

export interface AccountTableProps {
  readonly settings: Settings;
}

/** The table for what Cognito does not store: recovery codes, activity, and counts of attempts. */
export class AccountTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { settings }: AccountTableProps) {
    super(scope, id);
    const { keepData, deletionProtection } = settings.retention;
    // The table has no fixed name. Its attributes are those of resolvers/account-table; changing a key would create
    // another, empty table.
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'owner', type: AttributeType.STRING },
      sortKey: { name: 'item', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billingMode: BillingMode.PAY_PER_REQUEST,
      // It shows where people were and when. With this key, CloudTrail records who has read it.
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keepData },
      deletionProtection,
      removalPolicy: removal(settings),
    });
    if (!keepData) {
      Validations.of(this.table).acknowledge({
        id: 'AwsSolutions-DDB3',
        reason: 'The stage keeps no data, so there is nothing to restore.',
      });
    }
  }

  /** The right to these actions on this table only. */
  right(...actions: readonly TableAction[]): FunctionRight {
    return { actions: actions.map((action) => `dynamodb:${action}`), resource: this.table.tableArn };
  }
}

type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';

/** What a function knows about the table, and what it may do with it. @param table null if the stage has none. */
export function accountTableOf(
  table: AccountTable | null,
  { activity, mfa }: Settings,
  actions: Readonly<Record<'activity' | 'recoveryCodes', readonly TableAction[]>>,
): { readonly rights: readonly FunctionRight[]; readonly environment: AccountTableVariables } {
  const wanted = [...(activity ? actions.activity : []), ...(mfa.recoveryCodes ? actions.recoveryCodes : [])];
  if (table === null || wanted.length === 0) return { rights: [], environment: {} };
  return {
    rights: [table.right(...new Set(wanted))],
    environment: {
      ACCOUNT_TABLE: table.table.tableName,
      ...(activity && { ACTIVITY_DAYS: String(activity.days) }),
      ...(mfa.recoveryCodes && actions.recoveryCodes.length > 0 && { RECOVERY_CODES: 'true' }),
    },
  };
}

type AccountTableVariables = Pick<AccountEnv, 'ACCOUNT_TABLE' | 'ACTIVITY_DAYS' | 'RECOVERY_CODES'>;

/** Whether a stage stores anything outside Cognito. */
export function needsAccountTable({ mfa, activity }: Settings): boolean {
  return mfa.recoveryCodes || activity !== null;
}
