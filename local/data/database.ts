import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataError, dataErrorOf, isBusy } from './data-error.ts';
import { type Log, openLog } from './database-log.ts';
import { migrate, refuseUnknownSchema } from './migrations.ts';
import { takePrivateFolder } from './private-folder.ts';
import { type Transactions, transactions } from './transaction.ts';
import { readWatermark, type Watermark } from './watermark.ts';

/** The one file that holds the local services' state, and the key under which its secrets lie. */
export interface Database extends Transactions, Log {
  readonly sql: DatabaseSync;
  /** AES-256-GCM under the data directory's key: for what must be read back but never stand in a file in clear. */
  seal(plain: string): Uint8Array;
  /** The inverse of `seal`. Throws when the bytes were changed or sealed under another key. */
  open(sealed: Uint8Array): string;
  close(): void;
}

/**
 * Opens `<dataDir>/local.sqlite` for this process alone, until it closes it or ends, however it ends. Makes the
 * directory (mode 0700), the file and `<dataDir>/key` (both 0600) at the first time. `:memory:` keeps everything in
 * this process. Throws `DataError` when the directory cannot be used or does not hold what it held, and has changed
 * nothing then.
 */
export function openDatabase(dataDir: string | ':memory:'): Database {
  if (dataDir !== ':memory:') return openKept(dataDir);
  const sql = new DatabaseSync(':memory:');
  migrate(sql);
  const log: Log = { lost: undefined, note: () => undefined, checkpoint: () => undefined };
  return { ...log, sql, ...sealing(randomBytes(keyBytes)), ...transactions(sql), close: () => sql.close() };
}

function openKept(dataDir: string): Database {
  const path = join(dataDir, 'local.sqlite');
  const keyPath = join(dataDir, 'key');
  const made: string[] = [];
  let sql: DatabaseSync | undefined;
  try {
    takePrivateFolder(dataDir);
    const before = readWatermark(join(dataDir, 'watermark'));
    refuseMissing(path, keyPath, dataDir, before);
    if (makeFile(path)) made.push(path, `${path}-wal`);
    sql = new DatabaseSync(path);
    sql.exec(lock);
    refuseUnknownSchema(sql, path);
    const key = existsSync(keyPath) ? readKey(keyPath) : makeKey(keyPath, made);
    refuseOtherKey(sql, key, keyPath, path);
    refuseOlder(sql, path, dataDir, before);
    sql.exec(writing);
    migrate(sql);
    const { close, ...log } = openLog(sql, dataDir, before);
    return { ...log, sql, ...sealing(key), ...transactions(sql), close };
  } catch (error) {
    sql?.close();
    // What another process has open is not ours to remove.
    if (!isBusy(error)) for (const file of made) rmSync(file, { force: true });
    throw dataErrorOf(error, dataDir) ?? error;
  }
}

// No other process may read or write the file, so none can keep a request waiting, and the log's index needs no file. The operating system
// lets go of the lock even after `kill -9` (https://www.sqlite.org/pragma.html#pragma_locking_mode).
const lock = 'PRAGMA busy_timeout = 250; PRAGMA locking_mode = EXCLUSIVE;';

// WAL with synchronous=NORMAL: a commit is in the log (the system's page cache) before its caller is answered, so a killed process
// loses nothing; only a crash of the whole machine may lose the last moments, and never leaves the file inconsistent
// (https://www.sqlite.org/pragma.html#pragma_synchronous). FULL would pay an fsync per request for the machine's crash alone.
const writing = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  -- database-log.ts does it.
  PRAGMA wal_autocheckpoint = 0;
  -- 16 MB of pages at most: sign-ins write the same few pages over and over.
  PRAGMA cache_size = -16000;
`;

const goOn = (dataDir: string): string =>
  `Put the last one back; or remove ${join(dataDir, 'watermark')} to go on with what is there, or ${dataDir} to start without users.`;

/** Before the database is opened: SQLite would make a new one of an empty file. */
function refuseMissing(path: string, keyPath: string, dataDir: string, before: Watermark | undefined): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const wasInUse = before !== undefined && (before.checkpoints > 0 || before.logBytes > 0);
  if (size === 0 && wasInUse) throw new DataError(`${path} is gone or empty, and it held data. ${goOn(dataDir)}`);
  if (size > 0 && !existsSync(keyPath)) {
    throw new DataError(
      `${keyPath} is gone, and ${path} cannot be read without it. Put it back, or remove ${dataDir} to start without users.`,
    );
  }
}

/** A pool's secret is sealed under the key, so it tells whether this is the right one. */
function refuseOtherKey(sql: DatabaseSync, key: Buffer, keyPath: string, path: string): void {
  const hasPools = sql.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'user_pool'").get() !== undefined;
  const sealed = hasPools ? sql.prepare('SELECT sealed_secret FROM user_pool LIMIT 1').get()?.['sealed_secret'] : undefined;
  if (!(sealed instanceof Uint8Array)) return;
  try {
    sealing(key).open(sealed);
  } catch {
    throw new DataError(
      `${keyPath} is not the key that ${path} was written with. Put that key back, or set DATA_DIR to another folder.`,
    );
  }
}

function refuseOlder(sql: DatabaseSync, path: string, dataDir: string, before: Watermark | undefined): void {
  if (before === undefined) return;
  const isVersioned = sql.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'checkpoint'").get() !== undefined;
  const checkpoints = isVersioned ? Number(sql.prepare('SELECT number FROM checkpoint').get()?.['number']) : 0;
  if (checkpoints >= before.checkpoints) return;
  throw new DataError(`${path} holds less than when it was last in use: it is an older copy, or a new one. ${goOn(dataDir)}`);
}

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

function sealing(key: Buffer): Pick<Database, 'seal' | 'open'> {
  return {
    seal(plain) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

function readKey(path: string): Buffer {
  const key = readFileSync(path);
  if (key.length === keyBytes) return key;
  throw new DataError(
    `${path} is damaged: it must hold ${keyBytes} bytes. Put a copy of it back, or set DATA_DIR to another folder.`,
  );
}

/** The key appears under its name only when it is whole, so a process killed in between leaves no half of it. */
function makeKey(path: string, made: string[]): Buffer {
  const draft = `${path}.new`;
  const key = randomBytes(keyBytes);
  try {
    writeFileSync(draft, key, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  made.push(path);
  return key;
}

/** SQLite gives its log files the mode of the database file. False when there is a database already. */
function makeFile(path: string): boolean {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  closeSync(openSync(path, 'a', 0o600));
  return true;
}
