import type { AppClientConfig } from '../../aws/app-client.ts';
import type { AwsConfig } from '../../aws/endpoint.ts';
import { SignInName, SignUpMode } from '../../generated/schema.ts';
import { parseJson } from '../../input/reader.ts';
import { type PasswordRules, passwordRules } from '../../passwords/rules.ts';
import { type AccountTableConfig, accountTable } from '../account-table.ts';
import { type CaptchaConfig, captcha } from '../captcha.ts';
import { appClient, aws, type Environment, list, members, required } from '../variables.ts';

export interface SignUpConfig {
  readonly aws: AwsConfig;
  readonly appClient: AppClientConfig;
  readonly userPoolId: string;
  readonly signUpModes: ReadonlySet<SignUpMode>;
  readonly signInNames: ReadonlySet<SignInName>;
  /** User names that nobody may take. */
  readonly reservedNames: readonly string[];
  readonly writableAttributes: ReadonlySet<string>;
  readonly passwordRules: PasswordRules;
  /** Null if nothing is counted. */
  readonly accountTable: AccountTableConfig | null;
  /** Null if the stage has none. */
  readonly captcha: CaptchaConfig | null;
}

/** The settings in `SignUpEnv`. @throws Error that names the variable that is missing or wrong. */
export function signUpConfig(env: Environment): SignUpConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    appClient: appClient(env),
    userPoolId: required(env, 'USER_POOL_ID'),
    signUpModes: members(env, 'SIGN_UP_MODES', SignUpMode),
    signInNames: members(env, 'SIGN_IN_NAMES', SignInName),
    reservedNames: list(env, 'RESERVED_NAMES'),
    writableAttributes: new Set(list(env, 'WRITABLE_ATTRIBUTES')),
    passwordRules: parseJson('PASSWORD_RULES', required(env, 'PASSWORD_RULES'), passwordRules),
    accountTable: accountTable(env),
    captcha: captcha(env),
  });
}
