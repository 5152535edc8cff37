import { createHash } from 'node:crypto';
import type { Client } from '../aws/send.ts';

/**
 * The table of what Cognito does not keep: recovery codes, activity, and counts of attempts. Its key is `owner` and
 * `item`; what has an `expiresAt`, in seconds since the epoch, goes by itself some time afterwards.
 */
export interface AccountTable {
  readonly dynamodb: Client;
  readonly table: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * The owner of what is known of a name alone, that somebody typed: nobody knows whether it is anybody's. The table
 * holds no names, and no addresses. Case does not count, as in a user pool's own default.
 */
export function ownerOfName(name: string): string {
  return `name:${createHash('sha256').update(name.trim().toLowerCase()).digest('base64url')}`;
}
