import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../local/data/database.ts';
import { createTestPool, createTestPools } from '../../support/cognito/pool.ts';
import { makeFolder } from '../../support/local/folders.ts';

const databaseChild = fileURLToPath(new URL('../../support/local/database-child.ts', import.meta.url));

/** Whether the system lets a test have a small disk of its own, which no other process sees. */
const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

let parent = '';

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** A data directory with a user in it, closed. */
async function withUser(folder: string): Promise<void> {
  const { confirmedUser, database } = createTestPool({}, {}, createTestPools(openDatabase(folder)));
  await confirmedUser('ada');
  database.close();
}

async function hasUser(folder: string): Promise<boolean> {
  const { cognito, userPoolId, database } = createTestPool({}, {}, createTestPools(openDatabase(folder)));
  const { Users = [] } = await cognito.listUsers({ UserPoolId: userPoolId });
  database.close();
  return Users.length === 1;
}

function change(folder: string, statements: string): void {
  const sql = new DatabaseSync(join(folder, 'local.sqlite'));
  sql.exec(statements);
  sql.close();
}

beforeEach(() => {
  parent = makeFolder();
});

describe('openDatabase', () => {
  test('makes a directory and files that are the owner’s alone', () => {
    const directory = join(parent, 'a', 'b');
    openDatabase(directory).close();
    expect(mode(directory)).toBe('700');
    expect(readdirSync(directory).map((name) => [name, mode(join(directory, name))])).toEqual([
      ['key', '600'],
      ['local.sqlite', '600'],
      ['watermark', '600'],
    ]);
  });

  test('makes a directory that is there, and its files, the owner’s alone', () => {
    openDatabase(parent).close();
    writeFileSync(join(parent, 'outputs.json'), '{}');
    for (const name of readdirSync(parent)) chmodSync(join(parent, name), 0o644);
    chmodSync(parent, 0o755);
    openDatabase(parent).close();
    expect([mode(parent), ...readdirSync(parent).map((name) => mode(join(parent, name)))]).toEqual([
      '700',
      '600',
      '600',
      '600',
      '600',
    ]);
  });

  test('opens after a restart what it sealed before', () => {
    const first = openDatabase(parent);
    const sealed = first.seal('a secret ✓');
    first.close();
    const second = openDatabase(parent);
    expect(second.open(sealed)).toBe('a secret ✓');
    second.close();
  });

  test('seals the same text differently each time and refuses what was changed', () => {
    const { seal, open, close } = openDatabase(':memory:');
    const sealed = seal('secret');
    expect(Buffer.from(seal('secret')).equals(sealed)).toBe(false);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => open(changed)).toThrow();
    }
    expect(() => openDatabase(':memory:').open(sealed)).toThrow();
    close();
  });

  test('serves one process at a time', () => {
    const first = openDatabase(parent);
    const message = `${parent} is in use by another running instance or program. Stop it, or set DATA_DIR to another folder.`;
    expect(() => openDatabase(parent)).toThrow(expect.objectContaining({ name: 'DataError', message }));
    first.close();
    openDatabase(parent).close();
  });

  test('a folder with the files of others is refused, and left as it is', () => {
    writeFileSync(join(parent, 'thesis.txt'), 'mine');
    chmodSync(parent, 0o755);
    expect(() => openDatabase(parent)).toThrow(
      `${parent} holds other files, and no data of the local runtime. Set DATA_DIR to a new or empty folder.`,
    );
    expect([mode(parent), readdirSync(parent)]).toEqual(['755', ['thesis.txt']]);
  });

  test('a file in the place of the folder is refused', () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    expect(() => openDatabase(file)).toThrow(`${file} is not a folder. Set DATA_DIR to a folder.`);
    expect(() => openDatabase(join(file, 'data'))).toThrow(`${join(file, 'data')} is not a folder. Set DATA_DIR to a folder.`);
  });

  test.each<[string, (folder: string) => void, RegExp]>([
    [
      'its key is gone',
      (folder) => rmSync(join(folder, 'key')),
      /\/key is gone, and .+\/local\.sqlite cannot be read without it\./,
    ],
    [
      'its key is another one',
      (folder) => writeFileSync(join(folder, 'key'), Buffer.alloc(32, 7)),
      /\/key is not the key that .+\/local\.sqlite was/,
    ],
    [
      'its key is too short',
      (folder) => writeFileSync(join(folder, 'key'), 'short'),
      /\/key is damaged: it must hold 32 bytes\./,
    ],
    [
      'its key is a folder',
      (folder) => {
        rmSync(join(folder, 'key'));
        mkdirSync(join(folder, 'key', 'x'), { recursive: true });
      },
      /\/key must be a file\./,
    ],
    [
      'it was emptied',
      (folder) => truncateSync(join(folder, 'local.sqlite')),
      /\/local\.sqlite is gone or empty, and it held data\./,
    ],
    ['it was removed', (folder) => rmSync(join(folder, 'local.sqlite')), /\/local\.sqlite is gone or empty, and it held data\./],
    [
      'it is no database',
      (folder) => writeFileSync(join(folder, 'local.sqlite'), 'noise'.repeat(1000)),
      /\/local\.sqlite is damaged\./,
    ],
    ['it was cut', (folder) => truncateSync(join(folder, 'local.sqlite'), 20_000), /\/local\.sqlite is damaged\./],
    [
      'it is of a newer version',
      (folder) => change(folder, 'PRAGMA user_version = 99'),
      /\/local\.sqlite was made by a newer version/,
    ],
    [
      'it is of another program',
      (folder) => {
        rmSync(join(folder, 'local.sqlite'));
        change(folder, 'CREATE TABLE songs (title TEXT)');
      },
      /\/local\.sqlite is not a database that this version of the local runtime can read\./,
    ],
    [
      'it is from before versions, and other than they were',
      (folder) => change(folder, 'ALTER TABLE user ADD COLUMN age INTEGER; PRAGMA user_version = 0'),
      /\/local\.sqlite is not a database that this version of the local runtime can read\./,
    ],
  ])('says in one line that %s, with the way out, and touches nothing', async (_, damage, expected) => {
    await withUser(parent);
    damage(parent);
    const hadKey = existsSync(join(parent, 'key'));
    const files = readdirSync(parent).filter((name) => statSync(join(parent, name)).isFile());
    const before = files.map((name) => [name, readFileSync(join(parent, name)).toString('base64')]);
    const message = expect.stringMatching(new RegExp(`^[^\\n]*${expected.source} [^\\n]*(?:${parent}|DATA_DIR)[^\\n]*\\.$`));
    expect(() => openDatabase(parent)).toThrow(expect.objectContaining({ name: 'DataError', message }));
    expect(files.map((name) => [name, readFileSync(join(parent, name)).toString('base64')])).toEqual(before);
    expect(existsSync(join(parent, 'key'))).toBe(hadKey);
  });

  // 64 kB have no room for the log, 300 kB none for what is in it.
  test.runIf(mayMount).each([64, 300])('a start that finds no room on a disk of %i kB leaves nothing behind', (size) => {
    const script = `mount -t tmpfs -o size=${size}k tmpfs "$2" && ! "$0" "$1" "$2" 2>/dev/null && ls -A "$2"`;
    const run = spawnSync('unshare', ['-rm', 'sh', '-c', script, process.execPath, databaseChild, parent], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stdout: '' });
  });

  test('an older copy is refused until somebody wants it', async () => {
    const database = join(parent, 'local.sqlite');
    await withUser(parent);
    copyFileSync(database, `${parent}.copy`);
    onTestFinished(() => rmSync(`${parent}.copy`));
    openDatabase(parent).close();
    const { sql, checkpoint, close } = openDatabase(parent);
    sql.exec("INSERT INTO dynamodb_item VALUES ('t', x'01', x'', 'v', NULL)");
    checkpoint();
    close();
    copyFileSync(`${parent}.copy`, database);
    expect(() => openDatabase(parent)).toThrow(
      `${database} holds less than when it was last in use: it is an older copy, or a new one.`,
    );
    rmSync(join(parent, 'watermark'));
    expect(await hasUser(parent)).toBe(true);
  });

  test('a database from before there were versions is taken over with its users', async () => {
    await withUser(parent);
    const since = ['checkpoint', 'group_resource', 'dynamodb_item', 'dynamodb_request', 'token_session'];
    change(parent, `${since.map((table) => `DROP TABLE ${table};`).join(' ')} PRAGMA user_version = 0`);
    change(parent, `${toVersion4} ALTER TABLE code DROP COLUMN address; ALTER TABLE user_pool DROP COLUMN session_configuration`);
    rmSync(join(parent, 'watermark'));
    writeFileSync(join(parent, 'lock'), 'of an earlier version');
    expect(await hasUser(parent)).toBe(true);
    const { sql, close } = openDatabase(parent);
    expect(sql.prepare('PRAGMA user_version').get()).toEqual({ user_version: 9 });
    close();
  });
});

/** Brings a database back to version 6. */
const toVersion6 = `
  DROP TABLE provider_sign_in; DROP TABLE authorization_code; DROP TABLE sso_session; ALTER TABLE sign_in DROP COLUMN scopes;
  ALTER TABLE sign_in DROP COLUMN provider; ALTER TABLE sign_in DROP COLUMN resource;
  DROP TABLE identity_provider; DROP TABLE identity; DROP TABLE managed_login_branding;
  CREATE TABLE user_pool_domain (pool_id TEXT PRIMARY KEY, domain TEXT NOT NULL UNIQUE) STRICT;
  INSERT INTO user_pool_domain SELECT pool_id, domain FROM pool_domain; DROP TABLE pool_domain;`;

/** Brings a database back to version 4. */
const toVersion4 = `${toVersion6}
  ALTER TABLE user DROP COLUMN imported_hash; DROP TABLE user_import_job; DROP TABLE user_import_part;
  DROP TABLE user_import_log;
  ALTER TABLE user_pool_client ADD COLUMN sealed_secret BLOB;
  UPDATE user_pool_client SET sealed_secret = (SELECT sealed_secret FROM user_pool_client_secret WHERE client_id = user_pool_client.id);
  ALTER TABLE user_pool_client DROP COLUMN sso_session_minutes;
  DROP TABLE user_pool_client_secret; DROP TABLE resource_server;`;

test('the secret of a client and the domain of a pool from an older version are still theirs', async () => {
  const open = () => createTestPool({}, { GenerateSecret: true }, createTestPools(openDatabase(parent)));
  const before = open();
  const secret = before.pools.userPoolClientSecret(before.clientId);
  const bare = before.pools.provisionUserPoolClient('Bare', { UserPoolId: before.userPoolId });
  before.pools.provisionUserPoolDomain('Links', { UserPoolId: before.userPoolId, Domain: 'acme' });
  before.database.close();
  change(parent, `${toVersion4} PRAGMA user_version = 4`);
  const after = open();
  expect(after.pools.userPoolClientSecret(after.clientId)).toBe(secret);
  expect(after.pools.userPoolClientSecret(bare)).toBeNull();
  expect((await after.cognito.describeUserPoolDomain({ Domain: 'acme' })).DomainDescription?.UserPoolId).toBe(after.userPoolId);
  const { ClientSecrets } = await after.cognito.listUserPoolClientSecrets({
    UserPoolId: after.userPoolId,
    ClientId: after.clientId,
  });
  expect(ClientSecrets?.map(({ ClientSecretId }) => ClientSecretId)).toEqual([`${after.clientId}--${before.clock.now()}`]);
  after.database.close();
});

test('items of a version that knew them by one text are found by the parts of their keys', () => {
  openDatabase(parent).close();
  change(
    parent,
    `${toVersion4} DROP TABLE token_session; ALTER TABLE user_pool DROP COLUMN session_configuration;
    DROP TABLE dynamodb_item; DROP TABLE dynamodb_request;
    CREATE TABLE dynamodb_item (
      table_name TEXT NOT NULL, key TEXT NOT NULL, item TEXT NOT NULL, expires_at INTEGER, PRIMARY KEY (table_name, key)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO dynamodb_item VALUES
      ('counts', '{"sub":{"S":"ada"},"day":{"S":"2026-01-01"}}', '{}', 7), ('names', '{"name":{"S":"ä"}}', '{}', NULL);
    PRAGMA user_version = 2`,
  );
  const { sql, close } = openDatabase(parent);
  const rows = sql.prepare('SELECT * FROM dynamodb_item').all();
  close();
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  expect(rows).toEqual([
    { table_name: 'counts', partition_key: bytes('ada'), sort_key: bytes('2026-01-01'), item: '{}', expires_at: 7 },
    { table_name: 'names', partition_key: bytes('ä'), sort_key: bytes(''), item: '{}', expires_at: null },
  ]);
});
