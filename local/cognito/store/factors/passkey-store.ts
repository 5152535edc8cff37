import type { DatabaseSync } from 'node:sqlite';
import { all, one } from '../rows.ts';

/** A public key of a user's authenticator. */
export interface Passkey {
  readonly poolId: string;
  /** The authenticator's id for it, base64url. */
  readonly credentialId: string;
  readonly userId: number;
  /** A COSE key (RFC 9052 §7), as the authenticator gave it. */
  readonly publicKey: Uint8Array;
  /** The last count of the authenticator; 0 if it does not count. */
  readonly signCount: number;
  readonly relyingPartyId: string;
  readonly name: string;
  readonly attachment: string | null;
  readonly transports: readonly string[];
  readonly createdAt: number;
}

/** A registration that was started, stored under its challenge. */
interface PasskeyChallenge {
  readonly userId: number;
  readonly clientId: string;
  readonly relyingPartyId: string;
  readonly expiresAt: number;
}

export interface PasskeyStore {
  /** False if the pool already has this credential, for any user. */
  insert(passkey: Passkey): boolean;
  find(poolId: string, credentialId: string): Passkey | undefined;
  /** In the order of their registration. */
  ofUser(userId: number): Passkey[];
  /** False if the stored count changed meanwhile: somebody else has signed in with the passkey. */
  count(passkey: Passkey, signCount: number): boolean;
  /** False if the user has no such passkey. */
  remove(userId: number, credentialId: string): boolean;
  putChallenge(hash: Uint8Array, challenge: PasskeyChallenge): void;
  challenge(hash: Uint8Array): PasskeyChallenge | undefined;
  /** False if it was already removed: of two concurrent answers only one wins. */
  removeChallenge(hash: Uint8Array): boolean;
  deleteAll(poolId: string): void;
}

interface Row {
  pool_id: string;
  credential_id: string;
  user_id: number;
  public_key: Uint8Array;
  sign_count: number;
  relying_party_id: string;
  name: string;
  attachment: string | null;
  transports: string;
  created_at: number;
}

export function passkeyStore(sql: DatabaseSync): PasskeyStore {
  const insert = sql.prepare(`INSERT OR IGNORE INTO passkey
    (pool_id, credential_id, user_id, public_key, sign_count, relying_party_id, name, attachment, transports, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const find = sql.prepare('SELECT * FROM passkey WHERE pool_id = ? AND credential_id = ?');
  const ofUser = sql.prepare('SELECT * FROM passkey WHERE user_id = ? ORDER BY created_at, credential_id');
  const count = sql.prepare(
    'UPDATE passkey SET sign_count = ? WHERE pool_id = ? AND credential_id = ? AND user_id = ? AND sign_count = ?',
  );
  const remove = sql.prepare('DELETE FROM passkey WHERE user_id = ? AND credential_id = ?');
  const putChallenge = sql.prepare(
    'INSERT INTO passkey_challenge (hash, user_id, client_id, relying_party_id, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const challenge = sql.prepare(`SELECT user_id AS userId, client_id AS clientId, relying_party_id AS relyingPartyId,
    expires_at AS expiresAt FROM passkey_challenge WHERE hash = ?`);
  const removeChallenge = sql.prepare('DELETE FROM passkey_challenge WHERE hash = ?');
  const deleteAll = sql.prepare('DELETE FROM passkey WHERE pool_id = ?');
  return {
    insert(p) {
      const transports = JSON.stringify(p.transports);
      const values = [p.relyingPartyId, p.name, p.attachment, transports, p.createdAt] as const;
      return insert.run(p.poolId, p.credentialId, p.userId, p.publicKey, p.signCount, ...values).changes === 1;
    },
    find(poolId, credentialId) {
      const row = one<Row>(find, poolId, credentialId);
      return row && toPasskey(row);
    },
    ofUser: (userId) => all<Row>(ofUser, userId).map(toPasskey),
    count: ({ poolId, credentialId, userId, signCount: from }, signCount) =>
      count.run(signCount, poolId, credentialId, userId, from).changes === 1,
    remove: (userId, credentialId) => remove.run(userId, credentialId).changes === 1,
    putChallenge: (hash, { userId, clientId, relyingPartyId, expiresAt }) =>
      void putChallenge.run(hash, userId, clientId, relyingPartyId, expiresAt),
    challenge: (hash) => one<PasskeyChallenge>(challenge, hash),
    removeChallenge: (hash) => removeChallenge.run(hash).changes === 1,
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}

function toPasskey(row: Row): Passkey {
  return {
    poolId: row.pool_id,
    credentialId: row.credential_id,
    userId: row.user_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    relyingPartyId: row.relying_party_id,
    name: row.name,
    attachment: row.attachment,
    // Only `insert` writes this.
    transports: JSON.parse(row.transports) as string[],
    createdAt: row.created_at,
  };
}
