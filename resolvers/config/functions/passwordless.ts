import type { AwsConfig } from '../../aws/endpoint.ts';
import { type AccountTableConfig, accountTable } from '../account-table.ts';
import { type Environment, required, url } from '../variables.ts';

/** The trigger that sends the codes of `signIn.passwordless`. */
export interface PasswordlessConfig {
  /** SES, in the Region of the sender's identity. */
  readonly aws: AwsConfig;
  readonly from: string;
  /** Null if the stage limits no messages. */
  readonly accountTable: AccountTableConfig | null;
}

export function passwordlessConfig(env: Environment): PasswordlessConfig {
  return {
    // SES knows an identity in its own Region only.
    aws: { region: required(env, 'SENDER_REGION'), endpoint: url(env, 'AWS_ENDPOINT_URL_SESV2') },
    from: required(env, 'SENDER'),
    accountTable: accountTable(env),
  };
}
