import { randomBytes } from 'node:crypto';
import type { AccountTable } from '../account-table/account-table.ts';
import type { Request } from '../call/request.ts';
import type { AccountEvent, Listener } from './events.ts';

export interface TrailOptions extends AccountTable {
  /** How long an entry is kept. */
  readonly days: number;
  /** Called if an entry could not be written. */
  readonly lost: (error: unknown) => void;
}

/** The prefix of an entry's `item`. The rest is its time, so that entries are sorted by time. */
export const activityPrefix = 'activity:';
const DAY_SECONDS = 86_400;
/**
 * The longest time that an answer waits for the entry. An entry takes a few milliseconds, or some tens on a new
 * connection.
 */
const CEILING_MS = 500;
/** After a failure nothing is written for this long, so that an unreachable table delays few calls. */
const PAUSE_MS = 10_000;
/** Browsers send some 120 characters; other clients may send anything. */
const DEVICE_CHARACTERS = 256;

/** Writes the history of an account while the answer waits. */
export function createTrail({ dynamodb, table, now, days, lost }: TrailOptions): Listener<{ readonly request: Request }> {
  const write = async (event: AccountEvent, { userAgent, sourceIp }: Request): Promise<void> => {
    const at = new Date(now()).toISOString();
    const put = {
      TableName: table,
      Item: {
        owner: { S: event.owner },
        item: { S: `${activityPrefix}${at}:${randomBytes(6).toString('hex')}` },
        kind: { S: event.kind },
        occurredAt: { S: at },
        ...(userAgent && { device: { S: userAgent.slice(0, DEVICE_CHARACTERS) } }),
        ...(sourceIp !== null && { ipAddress: { S: sourceIp } }),
        ...(event.detail !== undefined && { detail: { S: event.detail } }),
        ...(event.actor !== undefined && { actor: { S: event.actor } }),
        expiresAt: { N: String(Math.floor(now() / 1000) + days * DAY_SECONDS) },
      },
    };
    await dynamodb.send('PutItem', put, { timeoutMs: CEILING_MS });
  };
  let pausedUntil = 0;
  return async ({ context: { request } }) =>
    async (events) => {
      const kept = events.filter(({ kind }) => kind !== 'ACCOUNT_DELETED');
      if (kept.length === 0) return;
      if (now() < pausedUntil) return lost(new Error('The table was out of reach a moment ago.'));
      const written = await Promise.allSettled(kept.map((event) => write(event, request)));
      for (const result of written) {
        if (result.status === 'fulfilled') continue;
        pausedUntil = now() + PAUSE_MS;
        lost(result.reason);
      }
    };
}
