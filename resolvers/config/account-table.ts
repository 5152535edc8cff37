import type { AwsConfig } from '../aws/endpoint.ts';
import { type AttemptLimitsConfig, attemptLimits, type MessageLimitsConfig, messageLimits } from './limits.ts';
import { aws, count, type Environment, required } from './variables.ts';

/** What a stage stores outside Cognito, and where. */
export interface AccountTableConfig {
  readonly aws: AwsConfig;
  readonly table: string;
  /** How long activity is kept; null if none is. */
  readonly activityDays: number | null;
  readonly hasRecoveryCodes: boolean;
  /** Null where messages are not counted. */
  readonly messageLimits: MessageLimitsConfig | null;
  /** Null where attempts are not counted. */
  readonly attemptLimits: AttemptLimitsConfig | null;
}

/**
 * Null if a stage stores nothing outside Cognito. If any of these variables is set, the table is required, so that a
 * forgotten variable is an error.
 */
export function accountTable(env: Environment): AccountTableConfig | null {
  const { ACTIVITY_DAYS: days, RECOVERY_CODES: recoveryCodes } = env;
  if (variables.every((name) => env[name] === undefined)) return null;
  return {
    aws: aws(env, 'AWS_ENDPOINT_URL_DYNAMODB'),
    table: required(env, 'ACCOUNT_TABLE'),
    activityDays: days === undefined ? null : count(env, 'ACTIVITY_DAYS'),
    hasRecoveryCodes: recoveryCodes === 'true',
    messageLimits: messageLimits(env),
    attemptLimits: attemptLimits(env),
  };
}

const variables = ['ACCOUNT_TABLE', 'ACTIVITY_DAYS', 'RECOVERY_CODES', 'MESSAGE_LIMITS', 'ATTEMPT_LIMITS'] as const;
