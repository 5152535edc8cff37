import type { DatabaseSync } from 'node:sqlite';
import type { Database } from '../../data/database.ts';
import type { ClientSettings } from '../settings/client.ts';
import type { PoolSettings } from '../settings/pool.ts';
import { all, one } from './rows.ts';

/** Whether a pool tracks the sessions of its users, and how many each may have. */
export interface SessionConfiguration {
  readonly areTracked: boolean;
  readonly maxPerUser: number;
}

/**
 * The session configuration of a pool for which none was set.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolSessionConfiguration.html
 */
export const untracked: SessionConfiguration = { areTracked: false, maxPerUser: 20 };

/**
 * The session configuration of a client for which none was set.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolClientSessionConfiguration.html
 */
export const defaultSsoSessionMinutes = 60;

export interface UserPool {
  readonly id: string;
  readonly settings: PoolSettings;
  /** The key for the hashes of codes and for the traces of unknown users. */
  readonly secret: string;
  readonly sessionTracking: SessionConfiguration;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface ClientSecret {
  readonly id: string;
  readonly value: string;
  readonly createdAt: number;
}

export interface UserPoolClient {
  readonly id: string;
  readonly poolId: string;
  readonly settings: ClientSettings;
  /** Oldest first; empty for a client without a secret. Each of them is accepted. */
  readonly secrets: readonly ClientSecret[];
  /** How long a browser may use a sign-in again. */
  readonly ssoSessionMinutes: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface PoolStore {
  pool(id: string): UserPool | undefined;
  poolIdOf(logicalId: string): string | undefined;
  /** Stores everything except `sessionTracking`. */
  putPool(pool: UserPool, logicalId: string | null): void;
  putSessionTracking(poolId: string, sessionTracking: SessionConfiguration): void;
  hasUsers(poolId: string): boolean;
  /** Adds a prefix to the logical ids of a pool, its clients and its groups, unless they have one. */
  prefixLogicalIds(poolId: string, prefix: string): void;
  deletePool(id: string): void;
  pools(afterId: string, limit: number): UserPool[];
  client(id: string): UserPoolClient | undefined;
  clientIdOf(logicalId: string): string | undefined;
  /** Stores everything except `secrets` and `ssoSessionMinutes`. */
  putClient(client: UserPoolClient, logicalId: string | null): void;
  addSecret(clientId: string, secret: ClientSecret): void;
  removeSecret(clientId: string, secretId: string): void;
  putSsoSession(clientId: string, minutes: number): void;
  /** Also deletes its secrets, and the style of its pages. */
  deleteClient(id: string): void;
  clients(poolId: string, afterId: string, limit: number): UserPoolClient[];
}

interface Row {
  id: string;
  settings: string;
  created_at: number;
  modified_at: number;
}

/**
 * There are few pools and clients, and every request reads them, so each is parsed and decrypted once and then cached.
 */
export function poolStore({ sql, seal, open }: Database): PoolStore {
  const pools = table<UserPool, Row & { sealed_secret: Uint8Array; session_configuration: string | null }>(
    sql,
    'user_pool',
    (row) => ({
      id: row.id,
      // Only `putPool` writes this.
      settings: JSON.parse(row.settings) as PoolSettings,
      secret: open(row.sealed_secret),
      // Only `putSessionTracking` writes this.
      sessionTracking:
        row.session_configuration === null ? untracked : (JSON.parse(row.session_configuration) as SessionConfiguration),
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
    }),
  );
  const secretsOf = sql.prepare('SELECT * FROM user_pool_client_secret WHERE client_id = ? ORDER BY created_at, id');
  const clients = table<UserPoolClient, Row & { pool_id: string; sso_session_minutes: number | null }>(
    sql,
    'user_pool_client',
    (row) => ({
      id: row.id,
      poolId: row.pool_id,
      // Only `putClient` writes this.
      settings: JSON.parse(row.settings) as ClientSettings,
      secrets: all<{ id: string; sealed_secret: Uint8Array; created_at: number }>(secretsOf, row.id).map((secret) => ({
        id: secret.id,
        value: open(secret.sealed_secret),
        createdAt: secret.created_at,
      })),
      ssoSessionMinutes: row.sso_session_minutes ?? defaultSsoSessionMinutes,
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
    }),
  );
  const putPool = sql.prepare(`INSERT INTO user_pool (id, logical_id, settings, sealed_secret, created_at, modified_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, modified_at = excluded.modified_at`);
  const putSessionTracking = sql.prepare('UPDATE user_pool SET session_configuration = ? WHERE id = ?');
  const putClient = sql.prepare(`INSERT INTO user_pool_client (id, pool_id, logical_id, settings, created_at, modified_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, modified_at = excluded.modified_at`);
  const putSsoSession = sql.prepare('UPDATE user_pool_client SET sso_session_minutes = ? WHERE id = ?');
  const addSecret = sql.prepare(
    'INSERT INTO user_pool_client_secret (id, client_id, sealed_secret, created_at) VALUES (?, ?, ?, ?)',
  );
  const removeSecret = sql.prepare('DELETE FROM user_pool_client_secret WHERE id = ? AND client_id = ?');
  const removeSecrets = sql.prepare('DELETE FROM user_pool_client_secret WHERE client_id = ?');
  const removeBranding = sql.prepare('DELETE FROM managed_login_branding WHERE client_id = ?');
  const listPools = sql.prepare('SELECT id FROM user_pool WHERE id > ? ORDER BY id LIMIT ?');
  const listClients = sql.prepare('SELECT id FROM user_pool_client WHERE pool_id = ? AND id > ? ORDER BY id LIMIT ?');
  const anyUser = sql.prepare('SELECT id FROM user WHERE pool_id = ? LIMIT 1');
  const prefixing = [
    'group_resource SET logical_id = ? || logical_id WHERE pool_id',
    'user_pool_client SET logical_id = ? || logical_id WHERE pool_id',
    'user_pool SET logical_id = ? || logical_id WHERE id',
  ].map((update) => sql.prepare(`UPDATE ${update} = ? AND instr(logical_id, '/') = 0`));
  const clientsOf = sql.prepare('SELECT id FROM user_pool_client WHERE pool_id = ?');
  const deleteClient = (id: string): void => {
    // The client first: without its secrets, it would be open to everybody.
    clients.remove(id);
    removeSecrets.run(id);
    removeBranding.run(id);
  };
  const found = <T>(rows: { id: string }[], find: (id: string) => T | undefined): T[] =>
    rows.map(({ id }) => find(id)).filter((item) => item !== undefined);
  return {
    pool: pools.find,
    poolIdOf: pools.idOf,
    putPool(pool, logicalId) {
      const { id, settings, secret, createdAt, modifiedAt } = pool;
      putPool.run(id, logicalId, JSON.stringify(settings), seal(secret), createdAt, modifiedAt);
      pools.forget(id);
    },
    putSessionTracking(poolId, sessionTracking) {
      putSessionTracking.run(JSON.stringify(sessionTracking), poolId);
      pools.forget(poolId);
    },
    hasUsers: (poolId) => anyUser.get(poolId) !== undefined,
    prefixLogicalIds(poolId, prefix) {
      for (const update of prefixing) update.run(prefix, poolId);
    },
    deletePool(id) {
      for (const client of all<{ id: string }>(clientsOf, id)) deleteClient(client.id);
      pools.remove(id);
    },
    pools: (afterId, limit) => found(all<{ id: string }>(listPools, afterId, limit), pools.find),
    client: clients.find,
    clientIdOf: clients.idOf,
    putClient(client, logicalId) {
      const { id, poolId, settings, createdAt, modifiedAt } = client;
      putClient.run(id, poolId, logicalId, JSON.stringify(settings), createdAt, modifiedAt);
      clients.forget(id);
    },
    addSecret(clientId, { id, value, createdAt }) {
      addSecret.run(id, clientId, seal(value), createdAt);
      clients.forget(clientId);
    },
    removeSecret(clientId, secretId) {
      removeSecret.run(secretId, clientId);
      clients.forget(clientId);
    },
    putSsoSession(clientId, minutes) {
      putSsoSession.run(minutes, clientId);
      clients.forget(clientId);
    },
    deleteClient,
    clients: (poolId, afterId, limit) => found(all<{ id: string }>(listClients, poolId, afterId, limit), clients.find),
  };
}

function table<T, R extends Row>(sql: DatabaseSync, name: string, parse: (row: R) => T) {
  const select = sql.prepare(`SELECT * FROM ${name} WHERE id = ?`);
  const selectId = sql.prepare(`SELECT id FROM ${name} WHERE logical_id = ?`);
  const remove = sql.prepare(`DELETE FROM ${name} WHERE id = ?`);
  const kept = new Map<string, T>();
  return {
    find(id: string): T | undefined {
      const known = kept.get(id);
      if (known) return known;
      const row = one<R>(select, id);
      if (!row) return undefined;
      const item = parse(row);
      kept.set(id, item);
      return item;
    },
    idOf: (logicalId: string) => one<{ id: string }>(selectId, logicalId)?.id,
    remove(id: string): void {
      remove.run(id);
      kept.delete(id);
    },
    forget: (id: string): void => void kept.delete(id),
  };
}
