import type { DatabaseSync } from 'node:sqlite';
import { all, one } from '../rows.ts';

/** What a sign-in by the domain's endpoints was granted. */
export interface Grant {
  readonly scopes: readonly string[];
  /** The identity provider; null for a user of the pool itself. */
  readonly provider: string | null;
  /** The audience of its access tokens (RFC 8707); null if none was asked for. */
  readonly resource: string | null;
}

/** One completed sign-in: what all its tokens, including refreshed ones, have in common. */
export interface SignIn {
  /** Its key, and the `event_id` of its tokens. */
  readonly eventId: string;
  readonly originJti: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly userId: number;
  readonly generation: number;
  /** Seconds since the epoch, as in the claim. */
  readonly authTime: number;
  readonly amr: readonly string[];
  readonly revoked: boolean;
  /** When its refresh token expires, whether rotated or not. */
  readonly expiresAt: number;
  /** Null for a sign-in by the API's operations. */
  readonly grant: Grant | null;
}

interface RefreshToken {
  readonly signIn: SignIn;
  /** When rotation replaced it; null for the newest one. */
  readonly replacedAt: number | null;
}

export interface SignInStore {
  /** `purgeAt`: when none of its refresh and access tokens can be valid any more. */
  insert(signIn: SignIn, purgeAt: number): void;
  byEventId(eventId: string): SignIn | undefined;
  revoke(eventId: string): void;
  insertRefreshToken(hash: Uint8Array, eventId: string, purgeAt: number): void;
  refreshToken(hash: Uint8Array): RefreshToken | undefined;
  replaceRefreshToken(hash: Uint8Array, now: number): void;
  /**
   * How many sign-ins of each user can still be refreshed, by user id. Reads them all, so it is only for the developer
   * page.
   */
  live(poolId: string, now: number): ReadonlyMap<number, number>;
}

export interface SignInRow {
  event_id: string;
  origin_jti: string;
  pool_id: string;
  client_id: string;
  user_id: number;
  generation: number;
  auth_time: number;
  amr: string;
  revoked: number;
  expires_at: number;
  scopes: string | null;
  provider: string | null;
  resource: string | null;
}

export function signInStore(sql: DatabaseSync): SignInStore {
  const insert =
    sql.prepare(`INSERT INTO sign_in (event_id, origin_jti, pool_id, client_id, user_id, generation, auth_time, amr, revoked,
    expires_at, purge_at, scopes, provider, resource) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const byEventId = sql.prepare('SELECT * FROM sign_in WHERE event_id = ?');
  const revoke = sql.prepare('UPDATE sign_in SET revoked = 1 WHERE event_id = ?');
  const insertToken = sql.prepare('INSERT INTO refresh_token (hash, event_id, replaced_at, purge_at) VALUES (?, ?, NULL, ?)');
  const byToken = sql.prepare(
    'SELECT sign_in.*, t.replaced_at FROM refresh_token t JOIN sign_in ON sign_in.event_id = t.event_id WHERE t.hash = ?',
  );
  const replaceToken = sql.prepare('UPDATE refresh_token SET replaced_at = ? WHERE hash = ? AND replaced_at IS NULL');
  const live = sql.prepare(`SELECT user.id, count(*) AS signIns FROM sign_in s
    JOIN user ON user.id = s.user_id AND user.generation <= s.generation
    WHERE s.pool_id = ? AND s.revoked = 0 AND s.expires_at > ? GROUP BY user.id`);
  return {
    insert(s, purgeAt) {
      insert.run(
        s.eventId,
        s.originJti,
        s.poolId,
        s.clientId,
        s.userId,
        s.generation,
        s.authTime,
        s.amr.join(' '),
        s.revoked ? 1 : 0,
        s.expiresAt,
        purgeAt,
        s.grant?.scopes.join(' ') ?? null,
        s.grant?.provider ?? null,
        s.grant?.resource ?? null,
      );
    },
    byEventId(eventId) {
      const row = one<SignInRow>(byEventId, eventId);
      return row && toSignIn(row);
    },
    revoke: (eventId) => void revoke.run(eventId),
    insertRefreshToken: (hash, eventId, purgeAt) => void insertToken.run(hash, eventId, purgeAt),
    refreshToken(hash) {
      const row = one<SignInRow & { replaced_at: number | null }>(byToken, hash);
      return row && { signIn: toSignIn(row), replacedAt: row.replaced_at };
    },
    replaceRefreshToken: (hash, now) => void replaceToken.run(now, hash),
    live: (poolId, now) =>
      new Map(all<{ id: number; signIns: number }>(live, poolId, now).map(({ id, signIns }) => [id, signIns])),
  };
}

export function toSignIn(row: SignInRow): SignIn {
  return {
    eventId: row.event_id,
    originJti: row.origin_jti,
    poolId: row.pool_id,
    clientId: row.client_id,
    userId: row.user_id,
    generation: row.generation,
    authTime: row.auth_time,
    // A custom sign-in has no named proof.
    amr: row.amr === '' ? [] : row.amr.split(' '),
    revoked: row.revoked === 1,
    expiresAt: row.expires_at,
    grant: row.scopes === null ? null : { scopes: row.scopes.split(' '), provider: row.provider, resource: row.resource },
  };
}
