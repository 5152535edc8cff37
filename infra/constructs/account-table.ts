import { Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { AccountEnv, UserEnv } from '../../resolvers/config/environment.ts';
import type { Settings } from '../settings/stage.ts';
import type { FunctionRight } from './common/own-function.ts';
import { removal } from './common/removal.ts';

export interface AccountTableProps {
  readonly settings: Settings;
}

/**
 * The table for what Cognito does not store: recovery codes, activity, and counts of messages, attempts and questions.
 */
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

/** What a function uses the table for, if its stage has it. */
export type TableUse = 'activity' | 'recoveryCodes' | 'messageLimits' | 'attemptLimits' | 'gptLimits';

/** What a stage uses the table for. */
function usesOf({ activity, mfa, protection, gpt }: Settings): ReadonlySet<TableUse> {
  const uses: Readonly<Record<TableUse, boolean>> = {
    activity: activity !== null,
    recoveryCodes: mfa.recoveryCodes,
    messageLimits: protection.messageLimits !== null,
    attemptLimits: protection.attemptLimits !== null,
    gptLimits: gpt !== null && (gpt.requestsPerDay !== null || gpt.totalRequestsPerDay !== null),
  };
  return new Set(tableUses.filter((use) => uses[use]));
}

const tableUses = ['activity', 'recoveryCodes', 'messageLimits', 'attemptLimits', 'gptLimits'] as const satisfies TableUse[];

type Variables = Pick<AccountEnv & UserEnv, 'ACTIVITY_DAYS' | 'RECOVERY_CODES' | 'MESSAGE_LIMITS' | 'ATTEMPT_LIMITS'>;

/** The environment variables of a function for each use. */
const variables: { readonly [U in TableUse]: (settings: Settings) => Variables } = {
  activity: ({ activity }) => ({ ACTIVITY_DAYS: String(activity?.days) }),
  recoveryCodes: () => ({ RECOVERY_CODES: 'true' }),
  messageLimits: ({ protection }) => ({ MESSAGE_LIMITS: JSON.stringify(protection.messageLimits) }),
  attemptLimits: ({ protection }) => ({ ATTEMPT_LIMITS: JSON.stringify(protection.attemptLimits) }),
  // The gpt function has its own variables for its limits.
  gptLimits: () => ({}),
};

/**
 * The environment and the rights of a function that uses the table.
 * @param table Null if the stage stores nothing outside Cognito.
 * @param actions For each use by the function, the DynamoDB actions that it needs.
 */
export function accountTableOf(
  table: AccountTable | null,
  settings: Settings,
  actions: Readonly<Partial<Record<TableUse, readonly TableAction[]>>>,
): { readonly rights: readonly FunctionRight[]; readonly environment: Variables & { readonly ACCOUNT_TABLE?: string } } {
  const uses = [...usesOf(settings)].filter((use) => actions[use] !== undefined);
  if (table === null || uses.length === 0) return { rights: [], environment: {} };
  return {
    rights: [table.right(...new Set(uses.flatMap((use) => actions[use] ?? [])))],
    environment: Object.assign({ ACCOUNT_TABLE: table.table.tableName }, ...uses.map((use) => variables[use](settings))),
  };
}

/** Whether a stage stores anything outside Cognito. */
export function needsAccountTable(settings: Settings): boolean {
  return usesOf(settings).size > 0;
}
