import type { AppClientConfig } from '../../aws/app-client.ts';
import type { AwsConfig } from '../../aws/endpoint.ts';
import { MfaType } from '../../generated/schema.ts';
import { parseJson } from '../../input/reader.ts';
import { type PasswordRules, passwordRules } from '../../passwords/rules.ts';
import { type AccountTableConfig, accountTable } from '../account-table.ts';
import { type NoticesConfig, notices } from '../notices.ts';
import { appClient, aws, type Environment, flag, members, required } from '../variables.ts';

export interface RecoveryConfig {
  readonly aws: AwsConfig;
  readonly appClient: AppClientConfig;
  readonly userPoolId: string;
  readonly passwordRules: PasswordRules;
  readonly remembersDevices: boolean;
  readonly mfaTypes: ReadonlySet<MfaType>;
  /** Null if nothing is kept. */
  readonly accountTable: AccountTableConfig | null;
  readonly notices: NoticesConfig;
}

/** The settings in `RecoveryEnv`. @throws Error that names the variable that is missing or wrong. */
export function recoveryConfig(env: Environment): RecoveryConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    appClient: appClient(env),
    userPoolId: required(env, 'USER_POOL_ID'),
    passwordRules: parseJson('PASSWORD_RULES', required(env, 'PASSWORD_RULES'), passwordRules),
    remembersDevices: flag(env, 'REMEMBERS_DEVICES'),
    mfaTypes: members(env, 'MFA_TYPES', MfaType),
    accountTable: accountTable(env),
    notices: notices(env),
  });
}
