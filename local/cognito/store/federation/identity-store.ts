import type { DatabaseSync } from 'node:sqlite';
import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import { all, one } from '../rows.ts';

/** The name of a provider's own identifier of a user, whatever its claim is called. */
export const subjectAttribute = 'Cognito_Subject';

/** A user at an external provider, and the user of the pool as whom they sign in. */
export interface Identity {
  readonly poolId: string;
  readonly provider: string;
  readonly type: IdentityProviderTypeType;
  /** The issuer of SAML assertions; null for all other types. */
  readonly issuer: string | null;
  /**
   * `Cognito_Subject`; or, for a link that was never used, the attribute of the pool whose mapped value identifies the
   * user at the first sign-in.
   */
  readonly attribute: string;
  /** The value of that attribute: the provider's identifier of the user. */
  readonly subject: string;
  readonly userId: number;
  /** Whether the user was created for this identity, and not linked to it. */
  readonly isPrimary: boolean;
  readonly createdAt: number;
}

export interface IdentityStore {
  find(poolId: string, provider: string, subject: string, attribute?: string): Identity | undefined;
  /** The primary identity first, then in the order in which they were linked. */
  ofUser(userId: number): Identity[];
  /** Those who have signed in, newest first. */
  ofProvider(poolId: string, provider: string, limit: number): Identity[];
  /** Fails for an identity that is stored already. */
  insert(identity: Identity): void;
  remove(identity: Pick<Identity, 'poolId' | 'provider' | 'attribute' | 'subject'>): void;
  removeUser(userId: number): void;
  deleteAll(poolId: string): void;
}

export interface IdentityRow {
  pool_id: string;
  provider: string;
  type: IdentityProviderTypeType;
  issuer: string | null;
  attribute: string;
  subject: string;
  user_id: number;
  is_primary: number;
  created_at: number;
}

/** A column for a query of users: the identities of each, as JSON. */
export const identitiesColumn = `(SELECT json_group_array(json_object('pool_id', pool_id, 'provider', provider, 'type', type,
  'issuer', issuer, 'attribute', attribute, 'subject', subject, 'user_id', user_id, 'is_primary', is_primary,
  'created_at', created_at) ORDER BY is_primary DESC, created_at, provider, subject)
  FROM identity WHERE identity.user_id = user.id) AS identities`;

export function identityStore(sql: DatabaseSync): IdentityStore {
  const find = sql.prepare('SELECT * FROM identity WHERE pool_id = ? AND provider = ? AND attribute = ? AND subject = ?');
  const ofUser = sql.prepare('SELECT * FROM identity WHERE user_id = ? ORDER BY is_primary DESC, created_at, provider, subject');
  const ofProvider = sql.prepare(`SELECT * FROM identity WHERE pool_id = ? AND provider = ?
    AND attribute = '${subjectAttribute}' ORDER BY created_at DESC, subject LIMIT ?`);
  const insert = sql.prepare(`INSERT INTO identity (pool_id, provider, type, issuer, attribute, subject, user_id, is_primary,
    created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = sql.prepare('DELETE FROM identity WHERE pool_id = ? AND provider = ? AND attribute = ? AND subject = ?');
  const removeUser = sql.prepare('DELETE FROM identity WHERE user_id = ?');
  const deleteAll = sql.prepare('DELETE FROM identity WHERE pool_id = ?');
  return {
    find(poolId, provider, subject, attribute = subjectAttribute) {
      const row = one<IdentityRow>(find, poolId, provider, attribute, subject);
      return row && toIdentity(row);
    },
    ofUser: (userId) => all<IdentityRow>(ofUser, userId).map(toIdentity),
    ofProvider: (poolId, provider, limit) => all<IdentityRow>(ofProvider, poolId, provider, limit).map(toIdentity),
    insert({ poolId, provider, type, issuer, attribute, subject, userId, isPrimary, createdAt }) {
      insert.run(poolId, provider, type, issuer, attribute, subject, userId, isPrimary ? 1 : 0, createdAt);
    },
    remove: ({ poolId, provider, attribute, subject }) => void remove.run(poolId, provider, attribute, subject),
    removeUser: (userId) => void removeUser.run(userId),
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}

export function toIdentity(row: IdentityRow): Identity {
  return {
    poolId: row.pool_id,
    provider: row.provider,
    type: row.type,
    issuer: row.issuer,
    attribute: row.attribute,
    subject: row.subject,
    userId: row.user_id,
    isPrimary: row.is_primary === 1,
    createdAt: row.created_at,
  };
}
