// The endpoints of a pool's domain. What a sign-in by them was granted is null for one by the API.
export const oauthTables = `
  ALTER TABLE sign_in ADD COLUMN scopes TEXT;
  ALTER TABLE sign_in ADD COLUMN provider TEXT;
  ALTER TABLE sign_in ADD COLUMN resource TEXT;
  CREATE TABLE authorization_code (
    hash BLOB PRIMARY KEY,
    client_id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    sealed_grant BLOB NOT NULL,
    used INTEGER NOT NULL,
    event_id TEXT,
    expires_at INTEGER NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX authorization_code_purge ON authorization_code (purge_at);
  CREATE TABLE sso_session (
    hash BLOB PRIMARY KEY,
    pool_id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    credential INTEGER NOT NULL,
    amr TEXT NOT NULL,
    provider TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sso_session_expiry ON sso_session (expires_at);
`;
