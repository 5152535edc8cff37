import type { DatabaseSync } from 'node:sqlite';
import type { UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import { type Identity, type IdentityRow, identitiesColumn, toIdentity } from '../federation/identity-store.ts';
import { all, one } from '../rows.ts';
import type { Verifier } from '../verifier.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface User {
  readonly id: number;
  readonly poolId: string;
  readonly sub: string;
  /** Immutable, as typed when signing up. */
  readonly username: string;
  readonly status: UserStatusType;
  readonly enabled: boolean;
  /** Null for a user without a password, and for one with an imported hash. */
  readonly password: Verifier | null;
  /** The hash with which a user was imported, until they first sign in with the password. */
  readonly importedHash: string | null;
  /** Milliseconds since the epoch; null if the password is not temporary. */
  readonly passwordExpiresAt: number | null;
  /** Counts changes of the password. A step of a sign-in with an older number is invalid. */
  readonly credential: number;
  /** Counts global sign-outs. A sign-in of an older generation is revoked, without updating each sign-in. */
  readonly generation: number;
  /** Without `sub`. */
  readonly attributes: Attributes;
  /** Whom they are at external providers. `update` does not store them. */
  readonly identities: readonly Identity[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** The typed name, for an imaginary user (imaginary-user.ts). Never stored. */
  readonly imaginedFrom?: string;
}

export type NewUser = Omit<User, 'id' | 'identities'>;

export interface UserStore {
  /** By a folded sign-in name: the username or a valid alias. */
  byName(poolId: string, name: string): User | undefined;
  bySub(poolId: string, sub: string): User | undefined;
  byId(id: number): User | undefined;
  insert(user: NewUser): User;
  update(user: User): void;
  /** The id of the user who has the name; undefined if it is free. */
  ownerOf(poolId: string, name: string): number | undefined;
  takeName(poolId: string, name: string, userId: number): void;
  freeName(poolId: string, name: string): void;
  count(poolId: string): number;
  /** In the order in which they were created. */
  after(poolId: string, id: number, limit: number): User[];
  /**
   * The users whose username, e-mail address or phone number contains the text, or whose sub it is, newest first. The
   * empty text finds all users.
   */
  search(poolId: string, text: string, limit: number): User[];
  /** Also removes all their names. */
  remove(id: number): void;
  deleteAll(poolId: string): void;
}

interface Row {
  id: number;
  pool_id: string;
  sub: string;
  username: string;
  status: UserStatusType;
  enabled: number;
  salt: Uint8Array | null;
  verifier: Uint8Array | null;
  imported_hash: string | null;
  password_expires_at: number | null;
  credential: number;
  generation: number;
  attributes: string;
  identities: string;
  created_at: number;
  modified_at: number;
}

export function userStore(sql: DatabaseSync): UserStore {
  const byName = sql.prepare(
    `SELECT user.*, ${identitiesColumn} FROM sign_in_name n JOIN user ON user.id = n.user_id WHERE n.pool_id = ? AND n.name = ?`,
  );
  const bySub = sql.prepare(`SELECT *, ${identitiesColumn} FROM user WHERE pool_id = ? AND sub = ?`);
  const byId = sql.prepare(`SELECT *, ${identitiesColumn} FROM user WHERE id = ?`);
  const insert =
    sql.prepare(`INSERT INTO user (pool_id, sub, username, status, enabled, salt, verifier, password_expires_at, credential,
    generation, attributes, created_at, modified_at, imported_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update =
    sql.prepare(`UPDATE user SET status = ?, enabled = ?, salt = ?, verifier = ?, password_expires_at = ?, credential = ?,
    generation = ?, attributes = ?, modified_at = ?, imported_hash = ? WHERE id = ?`);
  const ownerOf = sql.prepare('SELECT user_id FROM sign_in_name WHERE pool_id = ? AND name = ?');
  const takeName = sql.prepare('INSERT OR REPLACE INTO sign_in_name (pool_id, name, user_id) VALUES (?, ?, ?)');
  const freeName = sql.prepare('DELETE FROM sign_in_name WHERE pool_id = ? AND name = ?');
  const after = sql.prepare(`SELECT *, ${identitiesColumn} FROM user WHERE pool_id = ? AND id > ? ORDER BY id LIMIT ?`);
  const search =
    sql.prepare(`SELECT *, ${identitiesColumn} FROM user WHERE pool_id = ? AND (sub = ? OR instr(lower(username), ?) > 0
    OR instr(lower(json_extract(attributes, '$.email')), ?) > 0 OR instr(json_extract(attributes, '$.phone_number'), ?) > 0)
    ORDER BY id DESC LIMIT ?`);
  const remove = sql.prepare('DELETE FROM user WHERE id = ?');
  const removeNames = sql.prepare('DELETE FROM sign_in_name WHERE user_id = ?');
  const count = sql.prepare('SELECT count(*) AS users FROM user WHERE pool_id = ?');
  const deleteUsers = sql.prepare('DELETE FROM user WHERE pool_id = ?');
  const deleteNames = sql.prepare('DELETE FROM sign_in_name WHERE pool_id = ?');
  return {
    byName: (poolId, name) => found(one<Row>(byName, poolId, name)),
    bySub: (poolId, sub) => found(one<Row>(bySub, poolId, sub)),
    byId: (id) => found(one<Row>(byId, id)),
    insert(user) {
      const { lastInsertRowid } = insert.run(
        user.poolId,
        user.sub,
        user.username,
        user.status,
        user.enabled ? 1 : 0,
        user.password?.salt ?? null,
        user.password?.verifier ?? null,
        user.passwordExpiresAt,
        user.credential,
        user.generation,
        JSON.stringify(user.attributes),
        user.createdAt,
        user.modifiedAt,
        user.importedHash,
      );
      return { ...user, identities: [], id: Number(lastInsertRowid) };
    },
    update(user) {
      update.run(
        user.status,
        user.enabled ? 1 : 0,
        user.password?.salt ?? null,
        user.password?.verifier ?? null,
        user.passwordExpiresAt,
        user.credential,
        user.generation,
        JSON.stringify(user.attributes),
        user.modifiedAt,
        user.importedHash,
        user.id,
      );
    },
    ownerOf: (poolId, name) => one<{ user_id: number }>(ownerOf, poolId, name)?.user_id,
    takeName: (poolId, name, userId) => void takeName.run(poolId, name, userId),
    freeName: (poolId, name) => void freeName.run(poolId, name),
    count: (poolId) => one<{ users: number }>(count, poolId)?.users ?? 0,
    after: (poolId, id, limit) => all<Row>(after, poolId, id, limit).map(toUser),
    search(poolId, given, limit) {
      const text = given.toLowerCase();
      return all<Row>(search, poolId, text, text, text, text, limit).map(toUser);
    },
    remove(id) {
      removeNames.run(id);
      remove.run(id);
    },
    deleteAll(poolId) {
      deleteNames.run(poolId);
      deleteUsers.run(poolId);
    },
  };
}

function found(row: Row | undefined): User | undefined {
  return row && toUser(row);
}

function toUser(row: Row): User {
  return {
    id: row.id,
    poolId: row.pool_id,
    sub: row.sub,
    username: row.username,
    status: row.status,
    enabled: row.enabled === 1,
    password: row.salt && row.verifier ? { salt: row.salt, verifier: row.verifier } : null,
    importedHash: row.imported_hash,
    passwordExpiresAt: row.password_expires_at,
    credential: row.credential,
    generation: row.generation,
    // Only `insert` and `update` write this.
    attributes: JSON.parse(row.attributes) as Attributes,
    // The statement made this of rows.
    identities: row.identities === '[]' ? [] : (JSON.parse(row.identities) as IdentityRow[]).map(toIdentity),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
