import type { AwsConfig } from '../aws/endpoint.ts';
import { aws, count, type Environment, required } from './variables.ts';

/** What a stage keeps that Cognito does not, and where. */
export interface AccountTableConfig {
  readonly aws: AwsConfig;
  readonly table: string;
  /** How long activity is kept; null where none is. */
  readonly activityDays: number | null;
  readonly hasRecoveryCodes: boolean;
}

/**
 * Null where a stage keeps nothing. Any of the variables wants the table, so that a forgotten one never reads as
 * nothing.
 */
export function accountTable(env: Environment): AccountTableConfig | null {
  const { ACTIVITY_DAYS: days, RECOVERY_CODES: recoveryCodes, ACCOUNT_TABLE: table } = env;
  if (days === undefined && recoveryCodes === undefined && table === undefined) return null;
  return {
    aws: aws(env, 'AWS_ENDPOINT_URL_DYNAMODB'),
    table: required(env, 'ACCOUNT_TABLE'),
    activityDays: days === undefined ? null : count(env, 'ACTIVITY_DAYS'),
    hasRecoveryCodes: recoveryCodes === 'true',
  };
}
