import type { DatabaseSync } from 'node:sqlite';
import { one } from '../rows.ts';

/** A sign-in that a browser may use again, for any client of the pool, without asking the user. */
export interface SsoSession {
  readonly poolId: string;
  readonly userId: number;
  readonly credential: number;
  readonly amr: readonly string[];
  /** The identity provider; null for a user of the pool itself. */
  readonly provider: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface SsoSessionStore {
  insert(hash: Uint8Array, session: SsoSession): void;
  find(hash: Uint8Array): SsoSession | undefined;
  remove(hash: Uint8Array): void;
}

interface Row {
  pool_id: string;
  user_id: number;
  credential: number;
  amr: string;
  provider: string | null;
  created_at: number;
  expires_at: number;
}

export function ssoSessionStore(sql: DatabaseSync): SsoSessionStore {
  const insert = sql.prepare(`INSERT INTO sso_session (hash, pool_id, user_id, credential, amr, provider, created_at, expires_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const find = sql.prepare('SELECT * FROM sso_session WHERE hash = ?');
  const remove = sql.prepare('DELETE FROM sso_session WHERE hash = ?');
  return {
    insert(hash, { poolId, userId, credential, amr, provider, createdAt, expiresAt }) {
      insert.run(hash, poolId, userId, credential, amr.join(' '), provider, createdAt, expiresAt);
    },
    find(hash) {
      const row = one<Row>(find, hash);
      return (
        row && {
          poolId: row.pool_id,
          userId: row.user_id,
          credential: row.credential,
          amr: row.amr === '' ? [] : row.amr.split(' '),
          provider: row.provider,
          createdAt: row.created_at,
          expiresAt: row.expires_at,
        }
      );
    },
    remove: (hash) => void remove.run(hash),
  };
}
