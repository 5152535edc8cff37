import type { AwsConfig } from '../aws/endpoint.ts';
import { aws, count, type Environment, required } from './variables.ts';

/** What a stage stores outside Cognito, and where. */
export interface AccountTableConfig {
  readonly aws: AwsConfig;
  readonly table: string;
  /** How long activity is kept; null if none is. */
  readonly activityDays: number | null;
  readonly hasRecoveryCodes: boolean;
}

/**
 * Null if a stage stores nothing outside Cognito. If any of these variables is set, the table is required, so that a
 * forgotten variable is an error.
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
