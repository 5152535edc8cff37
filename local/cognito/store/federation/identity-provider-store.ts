import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Database } from '../../../data/database.ts';
import { all, one } from '../rows.ts';

/** An external provider whose users may sign in to a pool. */
export interface IdentityProvider {
  readonly poolId: string;
  readonly name: string;
  readonly type: IdentityProviderTypeType;
  /** ProviderDetails, with the secret. A reference to a secret that this machine does not have is kept as it is. */
  readonly details: Readonly<Record<string, string>>;
  /** From the pool's attributes to the provider's claims. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Other names for the provider in `idp_identifier`. */
  readonly identifiers: readonly string[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface IdentityProviderStore {
  find(poolId: string, name: string): IdentityProvider | undefined;
  byIdentifier(poolId: string, identifier: string): IdentityProvider | undefined;
  /** Stores a provider, replacing one with the same name. */
  put(provider: IdentityProvider): void;
  /** Its users and links stay, but nobody signs in with them. */
  remove(poolId: string, name: string): void;
  /** Sorted by name. */
  after(poolId: string, name: string, limit: number): IdentityProvider[];
  count(poolId: string): number;
  /** The provider of a template's resource. */
  nameOf(logicalId: string): { readonly poolId: string; readonly name: string } | undefined;
  nameResource(logicalId: string, poolId: string, name: string): void;
  deleteAll(poolId: string): void;
}

interface Row {
  pool_id: string;
  name: string;
  type: IdentityProviderTypeType;
  sealed_details: Uint8Array;
  mapping: string;
  identifiers: string;
  created_at: number;
  modified_at: number;
}

export function identityProviderStore({ sql, seal, open }: Pick<Database, 'sql' | 'seal' | 'open'>): IdentityProviderStore {
  const toProvider = (row: Row): IdentityProvider => ({
    poolId: row.pool_id,
    name: row.name,
    type: row.type,
    // Only `put` writes these three.
    details: JSON.parse(open(row.sealed_details)) as IdentityProvider['details'],
    mapping: JSON.parse(row.mapping) as IdentityProvider['mapping'],
    identifiers: JSON.parse(row.identifiers) as string[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  });
  const found = (row: Row | undefined) => row && toProvider(row);
  const find = sql.prepare('SELECT * FROM identity_provider WHERE pool_id = ? AND name = ?');
  const byIdentifier = sql.prepare(`SELECT * FROM identity_provider WHERE pool_id = ?
    AND EXISTS (SELECT 1 FROM json_each(identifiers) WHERE value = ?)`);
  const put = sql.prepare(`INSERT INTO identity_provider (pool_id, name, type, sealed_details, mapping, identifiers,
    created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pool_id, name) DO UPDATE SET type = excluded.type,
    sealed_details = excluded.sealed_details, mapping = excluded.mapping, identifiers = excluded.identifiers,
    modified_at = excluded.modified_at`);
  const remove = sql.prepare('DELETE FROM identity_provider WHERE pool_id = ? AND name = ?');
  const after = sql.prepare('SELECT * FROM identity_provider WHERE pool_id = ? AND name > ? ORDER BY name LIMIT ?');
  const count = sql.prepare('SELECT count(*) AS providers FROM identity_provider WHERE pool_id = ?');
  const nameOf = sql.prepare('SELECT pool_id, name FROM identity_provider WHERE logical_id = ?');
  const forgetResource = sql.prepare('UPDATE identity_provider SET logical_id = NULL WHERE logical_id = ?');
  const nameResource = sql.prepare('UPDATE identity_provider SET logical_id = ? WHERE pool_id = ? AND name = ?');
  const deleteAll = sql.prepare('DELETE FROM identity_provider WHERE pool_id = ?');
  return {
    find: (poolId, name) => found(one<Row>(find, poolId, name)),
    byIdentifier: (poolId, identifier) => found(one<Row>(byIdentifier, poolId, identifier)),
    put({ poolId, name, type, details, mapping, identifiers, createdAt, modifiedAt }) {
      const sealed = seal(JSON.stringify(details));
      put.run(poolId, name, type, sealed, JSON.stringify(mapping), JSON.stringify(identifiers), createdAt, modifiedAt);
    },
    remove: (poolId, name) => void remove.run(poolId, name),
    after: (poolId, name, limit) => all<Row>(after, poolId, name, limit).map(toProvider),
    count: (poolId) => one<{ providers: number }>(count, poolId)?.providers ?? 0,
    nameOf(logicalId) {
      const row = one<{ pool_id: string; name: string }>(nameOf, logicalId);
      return row && { poolId: row.pool_id, name: row.name };
    },
    nameResource(logicalId, poolId, name) {
      forgetResource.run(logicalId);
      nameResource.run(logicalId, poolId, name);
    },
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}
