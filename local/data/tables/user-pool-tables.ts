// Times are milliseconds since the epoch. What expires has an index on its expiry, so that purging is proportional to
// what it removes. `subject` in counter and code is a user's sub, or `?` and the typed name for an unknown user, so
// that both leave the same traces. Existing data directories have these tables, so never change them here: add a
// migration (local/data/migrations.ts).
export const userPoolTables = `
  CREATE TABLE IF NOT EXISTS user_pool (
    id TEXT PRIMARY KEY,
    logical_id TEXT UNIQUE,
    settings TEXT NOT NULL,
    sealed_secret BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS user_pool_client (
    id TEXT PRIMARY KEY,
    pool_id TEXT NOT NULL,
    logical_id TEXT UNIQUE,
    settings TEXT NOT NULL,
    sealed_secret BLOB,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS user_pool_client_of_pool ON user_pool_client (pool_id, id);
  CREATE TABLE IF NOT EXISTS user_pool_domain (
    pool_id TEXT PRIMARY KEY,
    domain TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS signing_key (
    pool_id TEXT NOT NULL,
    token_use TEXT NOT NULL,
    kid TEXT NOT NULL,
    public_jwk TEXT NOT NULL,
    sealed_private_key BLOB NOT NULL,
    PRIMARY KEY (pool_id, token_use)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS user (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pool_id TEXT NOT NULL,
    sub TEXT NOT NULL,
    username TEXT NOT NULL,
    status TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    salt BLOB,
    verifier BLOB,
    password_expires_at INTEGER,
    credential INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    attributes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    UNIQUE (pool_id, sub)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sign_in_name (
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    PRIMARY KEY (pool_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS session (
    hash BLOB PRIMARY KEY,
    pool_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    credential INTEGER NOT NULL,
    sealed_step BLOB NOT NULL,
    used INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS session_purge ON session (purge_at);
  CREATE TABLE IF NOT EXISTS code (
    pool_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    purpose TEXT NOT NULL,
    hash BLOB NOT NULL,
    attribute TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, subject, purpose)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS code_expiry ON code (expires_at);
  CREATE TABLE IF NOT EXISTS counter (
    pool_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, subject, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS counter_expiry ON counter (expires_at);
  CREATE TABLE IF NOT EXISTS sign_in (
    event_id TEXT PRIMARY KEY,
    origin_jti TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    auth_time INTEGER NOT NULL,
    amr TEXT NOT NULL,
    revoked INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sign_in_purge ON sign_in (purge_at);
  CREATE TABLE IF NOT EXISTS refresh_token (
    hash BLOB PRIMARY KEY,
    event_id TEXT NOT NULL,
    replaced_at INTEGER,
    purge_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS refresh_token_purge ON refresh_token (purge_at);
  CREATE TABLE IF NOT EXISTS passkey (
    pool_id TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    sign_count INTEGER NOT NULL,
    relying_party_id TEXT NOT NULL,
    name TEXT NOT NULL,
    attachment TEXT,
    transports TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, credential_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS passkey_of_user ON passkey (user_id);
  CREATE TABLE IF NOT EXISTS passkey_challenge (
    hash BLOB PRIMARY KEY,
    user_id INTEGER NOT NULL,
    client_id TEXT NOT NULL,
    relying_party_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS passkey_challenge_expiry ON passkey_challenge (expires_at);
  CREATE TABLE IF NOT EXISTS device (
    device_key TEXT PRIMARY KEY,
    group_key TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    remembered INTEGER NOT NULL,
    name TEXT,
    salt BLOB,
    verifier BLOB,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    authenticated_at INTEGER NOT NULL,
    purge_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS device_of_user ON device (user_id, device_key);
  CREATE INDEX IF NOT EXISTS device_purge ON device (purge_at) WHERE purge_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS sign_in_device (
    event_id TEXT PRIMARY KEY,
    device_key TEXT NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sign_in_device_purge ON sign_in_device (purge_at);
  CREATE TABLE IF NOT EXISTS mfa_preference (
    user_id INTEGER PRIMARY KEY,
    enabled TEXT NOT NULL,
    preferred TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS past_password (
    user_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    salt BLOB NOT NULL,
    verifier BLOB NOT NULL,
    PRIMARY KEY (user_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS software_token (
    user_id INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    sealed_secret BLOB NOT NULL,
    name TEXT,
    last_step INTEGER NOT NULL,
    PRIMARY KEY (user_id, verified)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS user_group (
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    role_arn TEXT,
    precedence INTEGER,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS group_member (
    user_id INTEGER NOT NULL,
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS group_member_of_group ON group_member (pool_id, name, user_id);
  CREATE TABLE IF NOT EXISTS group_resource (
    logical_id TEXT PRIMARY KEY,
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
