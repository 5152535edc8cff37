import type { DatabaseSync } from 'node:sqlite';
import { one } from '../rows.ts';

interface Counter {
  readonly count: number;
  readonly countedAt: number;
  readonly expiresAt: number;
}

export interface CounterStore {
  find(poolId: string, subject: string, kind: string): Counter | undefined;
  put(poolId: string, subject: string, kind: string, counter: Counter): void;
  remove(poolId: string, subject: string, kind: string): void;
  /** Removes the counts after this time. */
  removeAfter(time: number): void;
}

export function counterStore(sql: DatabaseSync): CounterStore {
  const find = sql.prepare(
    'SELECT count, counted_at AS countedAt, expires_at AS expiresAt FROM counter WHERE pool_id = ? AND subject = ? AND kind = ?',
  );
  const put = sql.prepare(
    'INSERT OR REPLACE INTO counter (pool_id, subject, kind, count, counted_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = sql.prepare('DELETE FROM counter WHERE pool_id = ? AND subject = ? AND kind = ?');
  const removeAfter = sql.prepare('DELETE FROM counter WHERE counted_at > ?');
  return {
    find: (poolId, subject, kind) => one<Counter>(find, poolId, subject, kind),
    put: (poolId, subject, kind, { count, countedAt, expiresAt }) =>
      void put.run(poolId, subject, kind, count, countedAt, expiresAt),
    remove: (poolId, subject, kind) => void remove.run(poolId, subject, kind),
    removeAfter: (time) => void removeAfter.run(time),
  };
}
