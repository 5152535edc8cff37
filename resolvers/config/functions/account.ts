import type { AwsConfig } from '../../aws/endpoint.ts';
import { orNull, parseJson } from '../../input/reader.ts';
import { type PasswordRules, passwordRules } from '../../passwords/rules.ts';
import { type AccountTableConfig, accountTable } from '../account-table.ts';
import type { Reauthentication } from '../environment.ts';
import { type FederationConfig, federation } from '../federation.ts';
import { type NoticesConfig, notices } from '../notices.ts';
import { reauthentication } from '../reauthentication.ts';
import { aws, type Environment, flag, required } from '../variables.ts';

export interface AccountConfig {
  readonly aws: AwsConfig;
  readonly totpIssuer: string;
  readonly passwordRules: PasswordRules;
  /** Null if any sign-in will do. */
  readonly reauthentication: Reauthentication | null;
  readonly tracksSessions: boolean;
  readonly remembersDevices: boolean;
  /** Null if nothing is kept. */
  readonly accountTable: AccountTableConfig | null;
  readonly notices: NoticesConfig;
  /** Null if the stage has no other providers. */
  readonly federation: FederationConfig | null;
}

/** The settings in `AccountEnv`. @throws Error that names the variable that is missing or wrong. */
export function accountConfig(env: Environment): AccountConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    totpIssuer: required(env, 'TOTP_ISSUER'),
    passwordRules: parseJson('PASSWORD_RULES', required(env, 'PASSWORD_RULES'), passwordRules),
    reauthentication: parseJson('REAUTHENTICATION', required(env, 'REAUTHENTICATION'), orNull(reauthentication)),
    tracksSessions: flag(env, 'TRACKS_SESSIONS'),
    remembersDevices: flag(env, 'REMEMBERS_DEVICES'),
    accountTable: accountTable(env),
    notices: notices(env),
    federation: federation(env),
  });
}
