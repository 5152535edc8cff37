import { DatabaseSync } from 'node:sqlite';
import { DataError } from './data-error.ts';
import { federationTables } from './tables/federation-tables.ts';
import { oauthTables } from './tables/oauth-tables.ts';
import { providerTables } from './tables/provider-tables.ts';
import { userPoolTables } from './tables/user-pool-tables.ts';

const otherTables = `
  CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL COLLATE NOCASE, sealed BLOB NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS inbox_by_recipient ON inbox (recipient, id);
  CREATE TABLE IF NOT EXISTS dynamodb_item (
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    item TEXT NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (table_name, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS dynamodb_item_expiry ON dynamodb_item (expires_at) WHERE expires_at IS NOT NULL;
`;

/**
 * Each entry brings the database one version further (`PRAGMA user_version`). An entry never changes once it is in use;
 * the next change of a table is a new entry. The first one creates all tables, and also accepts a database from before
 * there were versions.
 */
const migrations: readonly string[] = [
  `${userPoolTables}${otherTables}
  CREATE TABLE checkpoint (number INTEGER NOT NULL) STRICT;
  INSERT INTO checkpoint VALUES (0);`,
  'ALTER TABLE code ADD COLUMN address TEXT;',
  // The parts of an item's key get their own columns, so that a query can use an index. Keys were texts before.
  `ALTER TABLE dynamodb_item RENAME TO dynamodb_item_1;
  CREATE TABLE dynamodb_item (
    table_name TEXT NOT NULL,
    partition_key BLOB NOT NULL,
    sort_key BLOB NOT NULL,
    item TEXT NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (table_name, partition_key, sort_key)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO dynamodb_item
    SELECT table_name,
      CAST((SELECT json_extract(value, '$.S') FROM json_each(dynamodb_item_1.key) LIMIT 1) AS BLOB),
      CAST(coalesce((SELECT json_extract(value, '$.S') FROM json_each(dynamodb_item_1.key) LIMIT 1 OFFSET 1), '') AS BLOB),
      item, expires_at
    FROM dynamodb_item_1 WHERE json_valid(key);
  DROP TABLE dynamodb_item_1;
  CREATE INDEX dynamodb_item_expiry ON dynamodb_item (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE dynamodb_request (
    token TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE user_pool ADD COLUMN session_configuration TEXT;
  CREATE TABLE token_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL UNIQUE,
    event_id TEXT NOT NULL UNIQUE,
    user_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    active_at INTEGER NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX token_session_of_user ON token_session (user_id, active_at);
  CREATE INDEX token_session_purge ON token_session (purge_at);`,
  // A client has up to two secrets, each with an id and a time of its own.
  `CREATE TABLE user_pool_client_secret (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    sealed_secret BLOB NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX user_pool_client_secret_of_client ON user_pool_client_secret (client_id, created_at);
  INSERT INTO user_pool_client_secret
    SELECT id || '--' || created_at, id, sealed_secret, created_at FROM user_pool_client WHERE sealed_secret IS NOT NULL;
  ALTER TABLE user_pool_client DROP COLUMN sealed_secret;
  ALTER TABLE user_pool_client ADD COLUMN sso_session_minutes INTEGER;
  CREATE TABLE resource_server (
    pool_id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    PRIMARY KEY (pool_id, identifier)
  ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE user ADD COLUMN imported_hash TEXT;
  CREATE TABLE user_import_job (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL UNIQUE,
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    role_arn TEXT NOT NULL,
    algorithm TEXT,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    completed_at INTEGER,
    message TEXT,
    imported INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    upload TEXT,
    rows INTEGER NOT NULL,
    header TEXT
  ) STRICT;
  CREATE INDEX user_import_job_of_pool ON user_import_job (pool_id, number);
  CREATE TABLE user_import_part (
    id INTEGER PRIMARY KEY,
    upload TEXT NOT NULL,
    first_line INTEGER NOT NULL,
    sealed_lines BLOB NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX user_import_part_of_upload ON user_import_part (upload, id);
  CREATE INDEX user_import_part_purge ON user_import_part (purge_at);
  CREATE TABLE user_import_log (
    id INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    lines TEXT NOT NULL,
    purge_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX user_import_log_of_job ON user_import_log (job_id, id);
  CREATE INDEX user_import_log_purge ON user_import_log (purge_at);`,
  federationTables,
  oauthTables,
  providerTables,
];

/**
 * Throws `DataError` for a database that this version cannot read: from a newer version, from another program, or too
 * old. Changes nothing.
 */
export function refuseUnknownSchema(sql: DatabaseSync, path: string): void {
  const version = versionOf(sql);
  if (version > migrations.length) {
    throw new DataError(
      `${path} was made by a newer version of the local runtime. Run that version, or set DATA_DIR to another folder.`,
    );
  }
  if (version > 0) return;
  const found = columns(sql);
  if (found.size === 0) return;
  // From before there were versions. It may lack tables that were added later, but the tables it has must be as they
  // are now.
  const known = new DatabaseSync(':memory:');
  known.exec(migrations[0] ?? '');
  const expected = columns(known);
  known.close();
  const isOurs = found.has('user_pool') && [...found].every(([table, shape]) => expected.get(table) === shape);
  if (!isOurs) {
    throw new DataError(
      `${path} is not a database that this version of the local runtime can read. Remove it to start without users, or set DATA_DIR to another folder.`,
    );
  }
}

/** Applies all missing migrations, or none. */
export function migrate(sql: DatabaseSync): void {
  const missing = migrations.slice(versionOf(sql));
  if (missing.length === 0) return;
  sql.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of missing) sql.exec(migration);
    sql.exec(`PRAGMA user_version = ${migrations.length}; COMMIT;`);
  } catch (error) {
    if (sql.isTransaction) sql.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(sql: DatabaseSync): number {
  return Number(sql.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** The columns of each table, as text for comparison. */
function columns(sql: DatabaseSync): ReadonlyMap<string, string> {
  const tables = sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all();
  const ofTable = sql.prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name');
  return new Map(tables.map(({ name }) => [String(name), JSON.stringify(ofTable.all(String(name)))]));
}
