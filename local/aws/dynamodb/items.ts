import type { Database } from '../../data/database.ts';
import type { World } from '../../world/world.ts';
import type { Key } from './key.ts';
import type { Table } from './table.ts';
import type { Item } from './value.ts';

/** The items of all tables. An item disappears as soon as its time to live is over. */
export interface Items {
  find(key: Key): Item | undefined;
  /** Stores an item, or deletes it. */
  put(key: Key, item: Item | undefined): void;
  /** The items of one partition in the order of their sort keys, each read only when it is needed. */
  range(range: Range): Iterable<Item>;
}

interface Range {
  readonly table: Table;
  readonly partition: Uint8Array;
  /** Bounds of the sort key. */
  readonly bounds: readonly Bound[];
  readonly isDescending: boolean;
}

export interface Bound {
  readonly operator: '=' | '<' | '<=' | '>' | '>=' | 'begins_with';
  readonly bytes: Uint8Array;
}

const fiveYears = 5 * 365 * 86_400;
const purgedAtOnce = 200;

const alive = '(expires_at IS NULL OR expires_at > ?)';

/** Times are seconds since the epoch, as in DynamoDB. */
export function openItems({ sql }: Pick<Database, 'sql'>, { now }: World): Items {
  const find = sql.prepare(
    `SELECT item FROM dynamodb_item WHERE table_name = ? AND partition_key = ? AND sort_key = ? AND ${alive}`,
  );
  const put = sql.prepare('INSERT OR REPLACE INTO dynamodb_item VALUES (?, ?, ?, ?, ?)');
  const remove = sql.prepare('DELETE FROM dynamodb_item WHERE table_name = ? AND partition_key = ? AND sort_key = ?');
  const purge = sql.prepare(`
    DELETE FROM dynamodb_item WHERE (table_name, partition_key, sort_key) IN (
      SELECT table_name, partition_key, sort_key FROM dynamodb_item WHERE expires_at <= ? LIMIT ${purgedAtOnce}
    )`);
  const seconds = (): number => Math.floor(now() / 1000);
  return {
    find({ table, partition, sort }) {
      const row = find.get(table.name, partition, sort, seconds());
      return row === undefined ? undefined : itemOf(row);
    },
    put({ table, partition, sort }, item) {
      purge.run(seconds());
      if (item === undefined) remove.run(table.name, partition, sort);
      else put.run(table.name, partition, sort, JSON.stringify(item), expiry(table, item, seconds()));
    },
    *range({ table, partition, bounds, isDescending }) {
      const where = bounds.map(({ operator }) => (operator === 'begins_with' ? beginsWith : `AND sort_key ${operator} ?`));
      const select = sql.prepare(`
        SELECT item FROM dynamodb_item WHERE table_name = ? AND partition_key = ? AND ${alive} ${where.join(' ')}
        ORDER BY sort_key ${isDescending ? 'DESC' : 'ASC'}`);
      const values = bounds.flatMap(({ operator, bytes }) => (operator === 'begins_with' ? [bytes, bytes, bytes] : [bytes]));
      for (const row of select.iterate(table.name, partition, seconds(), ...values)) yield itemOf(row);
    },
  };
}

// The first comparison lets SQLite use the index.
const beginsWith = 'AND sort_key >= ? AND substr(sort_key, 1, length(?)) = ?';

function itemOf(row: Readonly<Record<string, unknown>>): Item {
  return JSON.parse(String(row['item']));
}

/** @see docs/aws-behaviour/dynamodb.md#dynamodb.time-to-live */
function expiry({ timeToLive }: Table, item: Item, now: number): number | null {
  const value = timeToLive === null ? undefined : item[timeToLive];
  if (value === undefined || !('N' in value)) return null;
  const expiresAt = Number(value.N);
  return Number.isSafeInteger(expiresAt) && expiresAt > now - fiveYears ? expiresAt : null;
}
