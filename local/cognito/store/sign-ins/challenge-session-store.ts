import type { DatabaseSync } from 'node:sqlite';
import { one } from '../rows.ts';

/** A pending step of a sign-in. `sealedStep` contains what the next answer is checked against. */
interface SessionRecord {
  readonly poolId: string;
  readonly clientId: string;
  readonly userId: number;
  readonly credential: number;
  readonly sealedStep: Uint8Array;
  readonly used: boolean;
  readonly expiresAt: number;
}

export interface ChallengeSessionStore {
  /** False if there is already one with this hash. */
  insert(hash: Uint8Array, session: SessionRecord): boolean;
  byHash(hash: Uint8Array): SessionRecord | undefined;
  /** False if it was already consumed: of two concurrent answers only one wins. */
  consume(hash: Uint8Array): boolean;
  /** False if it was already consumed or removed. */
  remove(hash: Uint8Array): boolean;
}

/** A used or expired session is kept for a while, so that the refusal can say which it is. */
const rememberedMs = 3_600_000;

interface Row {
  pool_id: string;
  client_id: string;
  user_id: number;
  credential: number;
  sealed_step: Uint8Array;
  used: number;
  expires_at: number;
}

export function challengeSessionStore(sql: DatabaseSync): ChallengeSessionStore {
  const insert =
    sql.prepare(`INSERT OR IGNORE INTO session (hash, pool_id, client_id, user_id, credential, sealed_step, used, expires_at, purge_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const byHash = sql.prepare('SELECT * FROM session WHERE hash = ?');
  const consume = sql.prepare('UPDATE session SET used = 1 WHERE hash = ? AND used = 0');
  const remove = sql.prepare('DELETE FROM session WHERE hash = ? AND used = 0');
  return {
    insert(hash, { poolId, clientId, userId, credential, sealedStep, used, expiresAt }) {
      const values = [poolId, clientId, userId, credential, sealedStep, used ? 1 : 0, expiresAt] as const;
      return insert.run(hash, ...values, expiresAt + rememberedMs).changes === 1;
    },
    byHash(hash) {
      const row = one<Row>(byHash, hash);
      return (
        row && {
          poolId: row.pool_id,
          clientId: row.client_id,
          userId: row.user_id,
          credential: row.credential,
          sealedStep: row.sealed_step,
          used: row.used === 1,
          expiresAt: row.expires_at,
        }
      );
    },
    consume: (hash) => consume.run(hash).changes === 1,
    remove: (hash) => remove.run(hash).changes === 1,
  };
}
