import type { AwsConfig } from '../../aws/endpoint.ts';
import { SignInName } from '../../generated/schema.ts';
import { orNull, parseJson } from '../../input/reader.ts';
import { type PasswordRules, passwordRules } from '../../passwords/rules.ts';
import { type AccountTableConfig, accountTable } from '../account-table.ts';
import type { Reauthentication } from '../environment.ts';
import { type FederationConfig, federation } from '../federation.ts';
import { reauthentication } from '../reauthentication.ts';
import { aws, type Environment, flag, members, required } from '../variables.ts';

export interface AdminConfig {
  readonly aws: AwsConfig;
  readonly userPoolId: string;
  /** The group whose members are the administrators. */
  readonly adminGroup: string;
  readonly signInNames: ReadonlySet<SignInName>;
  readonly passwordRules: PasswordRules;
  /** Null if any sign-in will do. */
  readonly reauthentication: Reauthentication | null;
  readonly tracksSessions: boolean;
  readonly remembersDevices: boolean;
  /** Null if nothing is kept. */
  readonly accountTable: AccountTableConfig | null;
  /** Null if the stage has no other providers. */
  readonly federation: FederationConfig | null;
}

/** The settings in `AdminEnv`. @throws Error that names the variable that is missing or wrong. */
export function adminConfig(env: Environment): AdminConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    userPoolId: required(env, 'USER_POOL_ID'),
    adminGroup: required(env, 'ADMIN_GROUP'),
    signInNames: members(env, 'SIGN_IN_NAMES', SignInName),
    passwordRules: parseJson('PASSWORD_RULES', required(env, 'PASSWORD_RULES'), passwordRules),
    reauthentication: parseJson('REAUTHENTICATION', required(env, 'REAUTHENTICATION'), orNull(reauthentication)),
    tracksSessions: flag(env, 'TRACKS_SESSIONS'),
    remembersDevices: flag(env, 'REMEMBERS_DEVICES'),
    accountTable: accountTable(env),
    federation: federation(env),
  });
}
