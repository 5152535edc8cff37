import type { DatabaseSync } from 'node:sqlite';
import { one } from '../rows.ts';

/** The style of the managed-login pages of a client. The pages of the embedded pool have their own style. */
export interface Branding {
  readonly id: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly usesCognitosValues: boolean;
  /** Any JSON; undefined if there is none. */
  readonly settings: unknown;
  /** As given, their bytes in Base64. */
  readonly assets: readonly object[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface BrandingStore {
  find(poolId: string, id: string): Branding | undefined;
  ofClient(poolId: string, clientId: string): Branding | undefined;
  put(branding: Branding): void;
  remove(poolId: string, id: string): void;
  deleteAll(poolId: string): void;
}

interface Row {
  id: string;
  pool_id: string;
  client_id: string;
  uses_cognitos_values: number;
  settings: string | null;
  assets: string;
  created_at: number;
  modified_at: number;
}

export function brandingStore(sql: DatabaseSync): BrandingStore {
  const find = sql.prepare('SELECT * FROM managed_login_branding WHERE pool_id = ? AND id = ?');
  const ofClient = sql.prepare('SELECT * FROM managed_login_branding WHERE pool_id = ? AND client_id = ?');
  const put = sql.prepare(`INSERT OR REPLACE INTO managed_login_branding (id, pool_id, client_id, uses_cognitos_values,
    settings, assets, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = sql.prepare('DELETE FROM managed_login_branding WHERE pool_id = ? AND id = ?');
  const deleteAll = sql.prepare('DELETE FROM managed_login_branding WHERE pool_id = ?');
  const found = (row: Row | undefined) => row && toBranding(row);
  return {
    find: (poolId, id) => found(one<Row>(find, poolId, id)),
    ofClient: (poolId, clientId) => found(one<Row>(ofClient, poolId, clientId)),
    put({ id, poolId, clientId, usesCognitosValues, settings, assets, createdAt, modifiedAt }) {
      const text = settings === undefined ? null : JSON.stringify(settings);
      put.run(id, poolId, clientId, usesCognitosValues ? 1 : 0, text, JSON.stringify(assets), createdAt, modifiedAt);
    },
    remove: (poolId, id) => void remove.run(poolId, id),
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}

function toBranding(row: Row): Branding {
  return {
    id: row.id,
    poolId: row.pool_id,
    clientId: row.client_id,
    usesCognitosValues: row.uses_cognitos_values === 1,
    // Only `put` writes these two.
    settings: row.settings === null ? undefined : (JSON.parse(row.settings) as unknown),
    assets: JSON.parse(row.assets) as object[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
