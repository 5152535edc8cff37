import type { DatabaseSync } from 'node:sqlite';
import { one } from '../rows.ts';

/** A sign-in that is under way at an external provider. */
interface ProviderSignIn {
  /** Of the cookie of the browser that began it. */
  readonly browserHash: Uint8Array;
  /** What the provider's answer is checked against. */
  readonly sealedStep: Uint8Array;
  readonly expiresAt: number;
}

export interface ProviderSignInStore {
  insert(hash: Uint8Array, signIn: ProviderSignIn): void;
  find(hash: Uint8Array): ProviderSignIn | undefined;
  /** Replaces the step of one that is still there. */
  replace(hash: Uint8Array, sealedStep: Uint8Array): void;
  /** False if it was removed before: of two concurrent answers only one wins. */
  remove(hash: Uint8Array): boolean;
}

interface Row {
  browser_hash: Uint8Array;
  sealed_step: Uint8Array;
  expires_at: number;
}

export function providerSignInStore(sql: DatabaseSync): ProviderSignInStore {
  const insert = sql.prepare('INSERT INTO provider_sign_in (hash, browser_hash, sealed_step, expires_at) VALUES (?, ?, ?, ?)');
  const find = sql.prepare('SELECT * FROM provider_sign_in WHERE hash = ?');
  const replace = sql.prepare('UPDATE provider_sign_in SET sealed_step = ? WHERE hash = ?');
  const remove = sql.prepare('DELETE FROM provider_sign_in WHERE hash = ?');
  return {
    insert: (hash, { browserHash, sealedStep, expiresAt }) => void insert.run(hash, browserHash, sealedStep, expiresAt),
    find(hash) {
      const row = one<Row>(find, hash);
      return row && { browserHash: row.browser_hash, sealedStep: row.sealed_step, expiresAt: row.expires_at };
    },
    replace: (hash, sealedStep) => void replace.run(sealedStep, hash),
    remove: (hash) => remove.run(hash).changes === 1,
  };
}
