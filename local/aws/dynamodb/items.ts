import type { DatabaseSync } from 'node:sqlite';
import type { World } from '../../world.ts';
import type { Table } from './tables.ts';
import type { Item } from './value.ts';

/** The items of all tables. What its table's time to live has ended is gone. */
export interface Items {
  find(table: Table, key: Item): Item | undefined;
  put(table: Table, key: Item, item: Item): void;
}

const fiveYears = 5 * 365 * 86_400;
const purgedAtOnce = 200;

/** Times are seconds since the epoch, as DynamoDB has them. */
export function openItems(sql: DatabaseSync, { now }: World): Items {
  const find = sql.prepare(
    'SELECT item FROM dynamodb_item WHERE table_name = ? AND key = ? AND (expires_at IS NULL OR expires_at > ?)',
  );
  const put = sql.prepare('INSERT OR REPLACE INTO dynamodb_item (table_name, key, item, expires_at) VALUES (?, ?, ?, ?)');
  const purge = sql.prepare(
    `DELETE FROM dynamodb_item WHERE (table_name, key) IN (SELECT table_name, key FROM dynamodb_item WHERE expires_at <= ? LIMIT ${purgedAtOnce})`,
  );
  const seconds = (): number => Math.floor(now() / 1000);
  return {
    find: (table, key) => {
      const row = find.get(table.name, JSON.stringify(key), seconds());
      return row === undefined ? undefined : JSON.parse(String(row['item']));
    },
    put: (table, key, item) => {
      purge.run(seconds());
      put.run(table.name, JSON.stringify(key), JSON.stringify(item), expiry(table, item, seconds()));
    },
  };
}

/**
 * Only a number counts, and none that lies more than five years back
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html). DynamoDB itself may take days to delete.
 */
function expiry({ timeToLive }: Table, item: Item, now: number): number | null {
  const value = timeToLive === null ? undefined : item[timeToLive];
  if (value === undefined || !('N' in value)) return null;
  const expiresAt = Number(value.N);
  return Number.isSafeInteger(expiresAt) && expiresAt > now - fiveYears ? expiresAt : null;
}
