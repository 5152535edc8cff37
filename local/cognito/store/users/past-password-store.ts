import type { DatabaseSync } from 'node:sqlite';
import { all } from '../rows.ts';
import type { Verifier } from '../verifier.ts';

export interface PastPasswordStore {
  /** The last `size` permanent passwords of a user, including the current one. */
  last(userId: number, size: number): Verifier[];
  /** Deletes all but the last `size`. */
  add(userId: number, password: Verifier, size: number): void;
  removeUser(userId: number): void;
  deleteAll(poolId: string): void;
}

export function pastPasswordStore(sql: DatabaseSync): PastPasswordStore {
  const last = sql.prepare('SELECT salt, verifier FROM past_password WHERE user_id = ? ORDER BY number DESC LIMIT ?');
  const add = sql.prepare(`INSERT INTO past_password (user_id, number, salt, verifier)
    VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM past_password WHERE user_id = ?), ?, ?)`);
  const forget = sql.prepare(`DELETE FROM past_password WHERE user_id = ? AND number <=
    (SELECT max(number) FROM past_password WHERE user_id = ?) - ?`);
  const removeUser = sql.prepare('DELETE FROM past_password WHERE user_id = ?');
  const deleteAll = sql.prepare('DELETE FROM past_password WHERE user_id IN (SELECT id FROM user WHERE pool_id = ?)');
  return {
    last: (userId, size) => all<{ salt: Uint8Array; verifier: Uint8Array }>(last, userId, size),
    add(userId, { salt, verifier }, size) {
      add.run(userId, userId, salt, verifier);
      forget.run(userId, userId, size);
    },
    removeUser: (userId) => void removeUser.run(userId),
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}
