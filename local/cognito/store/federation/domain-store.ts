import type { DatabaseSync } from 'node:sqlite';
import type { SecurityPolicyType } from '@aws-sdk/client-cognito-identity-provider';
import { all, one } from '../rows.ts';

/** A name under which a pool's pages and OAuth endpoints are found. */
export interface PoolDomain {
  /** A prefix of Cognito's own domain; or the whole host, if there is a certificate. */
  readonly domain: string;
  readonly poolId: string;
  /** Null for a prefix. */
  readonly certificate: { readonly arn: string; readonly securityPolicy: SecurityPolicyType | null } | null;
  /** 1 for the classic pages, 2 for managed login. */
  readonly managedLoginVersion: number;
}

export interface DomainStore {
  find(domain: string): PoolDomain | undefined;
  /** A prefix, a host, both or neither; the prefix first. */
  ofPool(poolId: string): PoolDomain[];
  put(domain: PoolDomain): void;
  remove(domain: string): void;
  deleteAll(poolId: string): void;
}

interface Row {
  domain: string;
  pool_id: string;
  certificate: string | null;
  managed_login_version: number;
}

export function domainStore(sql: DatabaseSync): DomainStore {
  const find = sql.prepare('SELECT * FROM pool_domain WHERE domain = ?');
  const ofPool = sql.prepare('SELECT * FROM pool_domain WHERE pool_id = ? ORDER BY certificate IS NOT NULL, domain');
  const put = sql.prepare(
    'INSERT OR REPLACE INTO pool_domain (domain, pool_id, certificate, managed_login_version) VALUES (?, ?, ?, ?)',
  );
  const remove = sql.prepare('DELETE FROM pool_domain WHERE domain = ?');
  const deleteAll = sql.prepare('DELETE FROM pool_domain WHERE pool_id = ?');
  return {
    find(domain) {
      const row = one<Row>(find, domain);
      return row && toDomain(row);
    },
    ofPool: (poolId) => all<Row>(ofPool, poolId).map(toDomain),
    put({ domain, poolId, certificate, managedLoginVersion }) {
      put.run(domain, poolId, certificate && JSON.stringify(certificate), managedLoginVersion);
    },
    remove: (domain) => void remove.run(domain),
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}

function toDomain({ domain, pool_id, certificate, managed_login_version }: Row): PoolDomain {
  return {
    domain,
    poolId: pool_id,
    // Only `put` writes this.
    certificate: certificate === null ? null : (JSON.parse(certificate) as PoolDomain['certificate']),
    managedLoginVersion: managed_login_version,
  };
}
