import { createHash } from 'node:crypto';
import type { DynamoDb } from '../aws/dynamodb.ts';

/**
 * The table for what Cognito does not store: recovery codes, activity, and counts of attempts. Its key is `owner` and
 * `item`. Items with an `expiresAt`, in seconds since the epoch, are deleted some time after that.
 */
export interface AccountTable {
  readonly dynamodb: DynamoDb;
  readonly table: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * The owner of entries about a name that somebody entered. It is not known whether a user has that name. The name is
 * hashed, since the table contains no names or addresses. Upper and lower case are the same, which is a user pool's
 * default.
 */
export function ownerOfName(name: string): string {
  return `name:${createHash('sha256').update(name.trim().toLowerCase()).digest('base64url')}`;
}
