import { type CfnUserPool, LambdaVersion, type UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { Policy, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { BundledCode } from '../../code/code.ts';
import type { Settings } from '../../settings/stage.ts';
import { triggersOf } from '../../settings/stage-triggers.ts';
import type { TriggerKey, TriggerSettings } from '../../settings/users/triggers.ts';
import { type FunctionRight, OwnFunction } from '../common/own-function.ts';
import type { AuthUserPool } from './user-pool.ts';

export interface TriggersProps {
  readonly settings: Settings;
  readonly code: BundledCode;
  readonly users: AuthUserPool;
  /** What a trigger needs that counts messages. */
  readonly counting: { readonly rights: readonly FunctionRight[]; readonly environment: Readonly<Record<string, string>> };
}

const operations = {
  preSignUp: UserPoolOperation.PRE_SIGN_UP,
  postConfirmation: UserPoolOperation.POST_CONFIRMATION,
  preAuthentication: UserPoolOperation.PRE_AUTHENTICATION,
  postAuthentication: UserPoolOperation.POST_AUTHENTICATION,
  defineAuthChallenge: UserPoolOperation.DEFINE_AUTH_CHALLENGE,
  createAuthChallenge: UserPoolOperation.CREATE_AUTH_CHALLENGE,
  verifyAuthChallengeResponse: UserPoolOperation.VERIFY_AUTH_CHALLENGE_RESPONSE,
  preTokenGeneration: UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
  userMigration: UserPoolOperation.USER_MIGRATION,
  customMessage: UserPoolOperation.CUSTOM_MESSAGE,
  customEmailSender: UserPoolOperation.CUSTOM_EMAIL_SENDER,
  customSmsSender: UserPoolOperation.CUSTOM_SMS_SENDER,
} as const satisfies Record<Exclude<TriggerKey, 'inboundFederation'>, UserPoolOperation>;

/**
 * The triggers of a stage, its own and those that a setting requires. Each is a function with its own role and log
 * group, and a permission for this pool to call it.
 */
export class Triggers extends Construct {
  /** By Cognito's name of the trigger. */
  readonly handlers: Readonly<Record<string, LambdaFunction>>;

  constructor(scope: Construct, id: string, { settings, code, counting, users: { pool, senderKey } }: TriggersProps) {
    super(scope, id);
    const handlers: Record<string, LambdaFunction> = {};
    for (const { key, ...trigger } of triggersOf(settings)) {
      const bundle = code.triggers[key];
      if (bundle === undefined) throw new Error(`The trigger ${key} was not bundled.`);
      // Cognito encrypts only what it passes to custom senders.
      const decrypts = key === 'customEmailSender' || key === 'customSmsSender' ? senderKey : null;
      const name = key.charAt(0).toUpperCase() + key.slice(1);
      const { handler } = new OwnFunction(this, name, {
        settings,
        name,
        bundle,
        description: `The trigger ${name} of the user pool`,
        // Cognito waits no longer than this.
        // @see docs/aws-behaviour/cognito-users.md#cognito.triggers.five-seconds
        timeoutSeconds: 5,
        environment: {
          ...(trigger.countsMessages && counting.environment),
          ...trigger.environment,
          ...(decrypts && { KEY_ARN: decrypts.arn }),
        },
        rights: [
          ...trigger.rights.flatMap(({ actions, resources }) => resources.map((resource) => ({ actions, resource }))),
          ...(trigger.countsMessages ? counting.rights : []),
          ...(decrypts ? [{ actions: ['kms:Decrypt'], resource: decrypts.arn }] : []),
        ],
      });
      handlers[name] = handler;
      if (key === 'inboundFederation') addInboundFederation(pool, handler);
      else pool.addTrigger(operations[key], handler, versionOf(settings.triggers, key));
      if (trigger.poolActions.length > 0) {
        // A separate policy avoids a circular dependency: the function waits for the policy of its role, the pool waits
        // for the function, and this policy needs the pool.
        const policy = new Policy(handler, 'PoolPolicy', {
          statements: [new PolicyStatement({ actions: [...trigger.poolActions], resources: [pool.userPoolArn] })],
        });
        handler.role?.attachInlinePolicy(policy);
      }
    }
    this.handlers = handlers;
  }
}

/** The CDK does not know this trigger yet. */
function addInboundFederation(pool: UserPool, handler: LambdaFunction): void {
  const resource = pool.node.defaultChild as CfnUserPool; // documented as the default child of UserPool
  resource.addPropertyOverride('LambdaConfig.InboundFederation', { LambdaArn: handler.functionArn, LambdaVersion: 'V1_0' });
  handler.addPermission('InboundFederationCognito', {
    principal: new ServicePrincipal('cognito-idp.amazonaws.com'),
    sourceArn: pool.userPoolArn,
  });
}

function versionOf(triggers: TriggerSettings, key: TriggerKey): LambdaVersion | undefined {
  if (key !== 'preTokenGeneration') return undefined;
  return triggers.preTokenGeneration?.version === 'V2_0' ? LambdaVersion.V2_0 : LambdaVersion.V1_0;
}
