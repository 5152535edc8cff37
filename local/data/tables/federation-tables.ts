/** The migration that brings identity providers and their users. A pool may have a domain of its own beside a prefix. */
export const federationTables = `
  CREATE TABLE identity_provider (
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    logical_id TEXT UNIQUE,
    type TEXT NOT NULL,
    sealed_details BLOB NOT NULL,
    mapping TEXT NOT NULL,
    identifiers TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE identity (
    pool_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    attribute TEXT NOT NULL,
    subject TEXT NOT NULL,
    type TEXT NOT NULL,
    issuer TEXT,
    user_id INTEGER NOT NULL,
    is_primary INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, provider, attribute, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX identity_of_user ON identity (user_id);
  CREATE TABLE pool_domain (
    domain TEXT PRIMARY KEY,
    pool_id TEXT NOT NULL,
    certificate TEXT,
    managed_login_version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pool_domain_of_pool ON pool_domain (pool_id);
  INSERT INTO pool_domain SELECT domain, pool_id, NULL, 1 FROM user_pool_domain;
  DROP TABLE user_pool_domain;
  CREATE TABLE managed_login_branding (
    id TEXT PRIMARY KEY,
    pool_id TEXT NOT NULL,
    client_id TEXT NOT NULL UNIQUE,
    uses_cognitos_values INTEGER NOT NULL,
    settings TEXT,
    assets TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
