import type { JsonValue } from '../../../template/json.ts';
import type { Settings } from '../../stage.ts';

/** The feature plans of Cognito, from the smallest to the largest. */
export const plans = ['LITE', 'ESSENTIALS', 'PLUS'] as const;
export type Plan = (typeof plans)[number];

/** A feature that requires a certain plan. On a smaller plan, Cognito answers FeatureUnavailableInTierException. */
export interface PlanFeature {
  /** The smallest plan that has it. */
  readonly plan: Plan;
  /** The setting, with its value if only that value requires the plan. */
  readonly name: string;
  /** Whether a stage uses the feature. Absent if no setting does, but a CDK app that adds to these constructs could. */
  readonly isSet?: (settings: Settings) => boolean;
  /** The resource type in a template that shows it. */
  readonly type: string;
  readonly path: string;
  readonly isOn: (value: JsonValue) => boolean;
}

const pool = 'AWS::Cognito::UserPool';
const client = 'AWS::Cognito::UserPoolClient';

/**
 * The one table of plans and features, which both the rules and the guard of an existing pool read. Sources:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html, and the SDK's reference of each operation.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.plans
 */
export const planFeatures: readonly PlanFeature[] = [
  {
    plan: 'ESSENTIALS',
    name: 'signIn.flows USER_AUTH',
    isSet: ({ signIn }) => signIn.flows.includes('USER_AUTH'),
    type: client,
    path: 'ExplicitAuthFlows',
    isOn: (flows) => holds(flows, 'ALLOW_USER_AUTH'),
  },
  ...(['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const).map(
    (factor): PlanFeature => ({
      plan: 'ESSENTIALS',
      name: `signIn.firstFactors ${factor}`,
      isSet: ({ signIn }) => signIn.firstFactors.includes(factor),
      type: pool,
      path: 'Policies.SignInPolicy.AllowedFirstAuthFactors',
      isOn: (factors) => holds(factors, factor),
    }),
  ),
  {
    plan: 'ESSENTIALS',
    name: 'signIn.passkeys under mfa.mode ON',
    isSet: ({ signIn, mfa }) => signIn.passkeys !== null && mfa.mode === 'ON',
    type: pool,
    path: 'WebAuthnFactorConfiguration',
    isOn: (value) => value === 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  {
    plan: 'ESSENTIALS',
    name: 'mfa.types EMAIL_OTP',
    isSet: ({ mfa }) => mfa.types.includes('EMAIL_OTP'),
    type: pool,
    path: 'EnabledMfas',
    isOn: (factors) => holds(factors, 'EMAIL_OTP'),
  },
  {
    plan: 'ESSENTIALS',
    name: 'passwords.historySize',
    isSet: ({ passwords }) => passwords.historySize > 0,
    type: pool,
    path: 'Policies.PasswordPolicy.PasswordHistorySize',
    isOn: Boolean,
  },
  {
    plan: 'ESSENTIALS',
    name: 'triggers.preTokenGeneration.version V2_0',
    isSet: ({ triggers }) => triggers.preTokenGeneration?.version === 'V2_0',
    type: pool,
    path: 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion',
    // V3_0 also changes the tokens of machine clients.
    isOn: (version) => version !== 'V1_0',
  },
  {
    plan: 'ESSENTIALS',
    name: 'tokens.rotation',
    isSet: ({ tokens }) => tokens.rotation !== null,
    type: client,
    path: 'RefreshTokenRotation.Feature',
    isOn: (feature) => feature === 'ENABLED',
  },
  // API_SetUserPoolSessionConfiguration
  {
    plan: 'ESSENTIALS',
    name: 'tokens.sessions',
    isSet: ({ tokens }) => tokens.sessions !== null,
    type: 'AWS::Cognito::UserPoolSessionConfigurationAttachment',
    path: 'UserSessionTracking',
    isOn: (value) => value === 'ENABLED',
  },
  // API_CreateUserPool, AcrConfiguration
  {
    plan: 'ESSENTIALS',
    name: 'names of ACR levels (constructs)',
    type: pool,
    path: 'AcrConfiguration',
    isOn: () => true,
  },
  // API_CreateUserPoolDomain, ManagedLoginVersion
  {
    plan: 'ESSENTIALS',
    name: 'federation.managedLogin',
    isSet: ({ federation }) => federation?.managedLogin ?? false,
    type: 'AWS::Cognito::UserPoolDomain',
    path: 'ManagedLoginVersion',
    isOn: (version) => version === 2,
  },
  {
    plan: 'PLUS',
    name: 'protection.threatProtection',
    isSet: ({ protection }) => protection.threatProtection !== 'OFF',
    type: pool,
    path: 'UserPoolAddOns.AdvancedSecurityMode',
    isOn: (mode) => mode !== 'OFF',
  },
  // API_LogConfigurationType, EventSource
  {
    plan: 'PLUS',
    name: 'logs of user authentication events (constructs)',
    type: 'AWS::Cognito::LogDeliveryConfiguration',
    path: 'LogConfigurations',
    isOn: (logs) => JSON.stringify(logs).includes('userAuthEvents'),
  },
];

/** Whether a plan is smaller than another. */
export function isSmaller(plan: Plan, than: Plan): boolean {
  return plans.indexOf(plan) < plans.indexOf(than);
}

function holds(list: JsonValue, member: string): boolean {
  return Array.isArray(list) && list.includes(member);
}
