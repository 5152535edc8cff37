import type { DatabaseSync } from 'node:sqlite';
import { all, one } from './rows.ts';

interface Scope {
  readonly name: string;
  readonly description: string;
}

export interface ResourceServer {
  readonly poolId: string;
  readonly identifier: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export interface ResourceServerStore {
  find(poolId: string, identifier: string): ResourceServer | undefined;
  /** Stores a resource server, replacing one with the same identifier. */
  put(server: ResourceServer): void;
  remove(poolId: string, identifier: string): void;
  /** Sorted by identifier. */
  after(poolId: string, identifier: string, limit: number): ResourceServer[];
  count(poolId: string): number;
  deleteAll(poolId: string): void;
}

interface Row {
  pool_id: string;
  identifier: string;
  name: string;
  scopes: string;
}

export function resourceServerStore(sql: DatabaseSync): ResourceServerStore {
  const find = sql.prepare('SELECT * FROM resource_server WHERE pool_id = ? AND identifier = ?');
  const put = sql.prepare('INSERT OR REPLACE INTO resource_server (pool_id, identifier, name, scopes) VALUES (?, ?, ?, ?)');
  const remove = sql.prepare('DELETE FROM resource_server WHERE pool_id = ? AND identifier = ?');
  const after = sql.prepare('SELECT * FROM resource_server WHERE pool_id = ? AND identifier > ? ORDER BY identifier LIMIT ?');
  const count = sql.prepare('SELECT count(*) AS servers FROM resource_server WHERE pool_id = ?');
  const deleteAll = sql.prepare('DELETE FROM resource_server WHERE pool_id = ?');
  return {
    find(poolId, identifier) {
      const row = one<Row>(find, poolId, identifier);
      return row && toServer(row);
    },
    put: ({ poolId, identifier, name, scopes }) => void put.run(poolId, identifier, name, JSON.stringify(scopes)),
    remove: (poolId, identifier) => void remove.run(poolId, identifier),
    after: (poolId, identifier, limit) => all<Row>(after, poolId, identifier, limit).map(toServer),
    count: (poolId) => one<{ servers: number }>(count, poolId)?.servers ?? 0,
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}

function toServer({ pool_id, identifier, name, scopes }: Row): ResourceServer {
  // Only `put` writes the scopes.
  return { poolId: pool_id, identifier, name, scopes: JSON.parse(scopes) as Scope[] };
}
