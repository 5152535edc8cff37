import { randomBytes } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AccountTable } from '../account-table/account-table.ts';
import type { Request } from '../call/request.ts';
import type { AccountEvent, Listener } from './events.ts';

export interface TrailOptions extends AccountTable {
  /** How long an entry is kept. */
  readonly days: number;
  /** Told of an entry that could not be written. */
  readonly lost: (error: unknown) => void;
}

/** What an entry's `item` begins with; the rest tells its time, so that entries are in the order of time. */
export const activityPrefix = 'activity:';
const DAY_SECONDS = 86_400;
/**
 * After this time the answer goes out without the entry. An entry takes a few milliseconds, and the first of a
 * connection some tens.
 */
const CEILING_MS = 500;
/**
 * For so long nothing is tried after an entry was lost, so that a table that is out of reach holds up hardly anybody.
 */
const PAUSE_MS = 10_000;
/** Browsers name themselves in some 120 characters; others may send what they like. */
const DEVICE_CHARACTERS = 256;

/** Writes what has happened to an account, beside the answer. */
export function createTrail({ dynamodb, table, now, days, lost }: TrailOptions): Listener<{ readonly request: Request }> {
  const write = async (event: AccountEvent, { userAgent, sourceIp }: Request): Promise<void> => {
    const at = new Date(now()).toISOString();
    const put = new PutItemCommand({
      TableName: table,
      Item: {
        owner: { S: event.owner },
        item: { S: `${activityPrefix}${at}:${randomBytes(6).toString('hex')}` },
        kind: { S: event.kind },
        occurredAt: { S: at },
        ...(userAgent && { device: { S: userAgent.slice(0, DEVICE_CHARACTERS) } }),
        ...(sourceIp !== null && { ipAddress: { S: sourceIp } }),
        ...(event.detail !== undefined && { detail: { S: event.detail } }),
        expiresAt: { N: String(Math.floor(now() / 1000) + days * DAY_SECONDS) },
      },
    });
    await dynamodb.send(put, { timeoutMs: CEILING_MS });
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
