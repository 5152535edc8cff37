import type { AwsConfig } from '../aws/endpoint.ts';
import { orNull, parseJson } from '../input/reader.ts';
import { type AccountTableConfig, accountTable } from './account-table.ts';
import type { Reauthentication } from './environment.ts';
import { type NoticesConfig, notices } from './notices.ts';
import { reauthentication } from './reauthentication.ts';
import { aws, type Environment, flag, length, required } from './variables.ts';

export interface AccountConfig {
  readonly aws: AwsConfig;
  readonly totpIssuer: string;
  readonly passwordMinimumLength: number;
  /** Null if any sign-in will do. */
  readonly reauthentication: Reauthentication | null;
  readonly tracksSessions: boolean;
  readonly remembersDevices: boolean;
  /** Null if nothing is kept. */
  readonly accountTable: AccountTableConfig | null;
  readonly notices: NoticesConfig;
}

/** The settings in `AccountEnv`. @throws Error that names the variable that is missing or wrong. */
export function accountConfig(env: Environment): AccountConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    totpIssuer: required(env, 'TOTP_ISSUER'),
    passwordMinimumLength: length(env, 'PASSWORD_MINIMUM_LENGTH'),
    reauthentication: parseJson('REAUTHENTICATION', required(env, 'REAUTHENTICATION'), orNull(reauthentication)),
    tracksSessions: flag(env, 'TRACKS_SESSIONS'),
    remembersDevices: flag(env, 'REMEMBERS_DEVICES'),
    accountTable: accountTable(env),
    notices: notices(env),
  });
}
