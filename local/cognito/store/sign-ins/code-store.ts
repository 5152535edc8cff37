import type { DatabaseSync } from 'node:sqlite';
import { one } from '../rows.ts';

export type CodePurpose = 'ConfirmSignUp' | 'ForgotPassword' | 'Authentication' | 'VerifyEmail' | 'VerifyPhoneNumber';

export interface CodeRecord {
  readonly hash: Uint8Array;
  /** The attribute that the code was sent to, and therefore proves. */
  readonly attribute: string;
  /** The address, if the code proves one; null if it only proves the user. */
  readonly address: string | null;
  readonly expiresAt: number;
}

export interface CodeStore {
  /** Replaces an older code of the same purpose. */
  put(poolId: string, subject: string, purpose: CodePurpose, code: CodeRecord): void;
  find(poolId: string, subject: string, purpose: CodePurpose): CodeRecord | undefined;
  /** False if there is no such code (any more). */
  remove(poolId: string, subject: string, purpose: CodePurpose): boolean;
}

export function codeStore(sql: DatabaseSync): CodeStore {
  const put = sql.prepare(
    'INSERT OR REPLACE INTO code (pool_id, subject, purpose, hash, attribute, address, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const find = sql.prepare(
    'SELECT hash, attribute, address, expires_at AS expiresAt FROM code WHERE pool_id = ? AND subject = ? AND purpose = ?',
  );
  const remove = sql.prepare('DELETE FROM code WHERE pool_id = ? AND subject = ? AND purpose = ?');
  return {
    put: (poolId, subject, purpose, { hash, attribute, address, expiresAt }) =>
      void put.run(poolId, subject, purpose, hash, attribute, address, expiresAt),
    find: (poolId, subject, purpose) => one<CodeRecord>(find, poolId, subject, purpose),
    remove: (poolId, subject, purpose) => remove.run(poolId, subject, purpose).changes === 1,
  };
}
