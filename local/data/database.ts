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

/** The one file with the state of the local services, and the key that encrypts its secrets. */
export interface Database extends Transactions, Log {
  readonly sql: DatabaseSync;
  /** AES-256-GCM with the data directory's key, for what must be readable again but never be stored in clear text. */
  seal(plain: string): Uint8Array;
  /** The inverse of `seal`. Throws if the bytes were changed or sealed with another key. */
  open(sealed: Uint8Array): string;
  close(): void;
}

/**
 * Opens `<dataDir>/local.sqlite` for this process only, until it closes it or ends in any way. The first time, it
 * creates the directory (mode 0700), the file and `<dataDir>/key` (both 0600). `:memory:` keeps everything in this
 * process. If the directory cannot be used or has lost data, it throws `DataError` and changes nothing.
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
    // If another process has the database open, these files are in use.
    if (!isBusy(error)) for (const file of made) rmSync(file, { force: true });
    throw dataErrorOf(error, dataDir) ?? error;
  }
}

// No other process may read or write the file, so none can delay a request, and the log's index needs no file. The
// operating system releases the lock even after `kill -9` (https://www.sqlite.org/pragma.html#pragma_locking_mode).
const lock = 'PRAGMA busy_timeout = 250; PRAGMA locking_mode = EXCLUSIVE;';

// WAL with synchronous=NORMAL: a commit is in the log (the system's page cache) before its caller is answered, so a
// killed process loses nothing. Only a crash of the whole machine may lose the last moments, and it never leaves the
// file inconsistent (https://www.sqlite.org/pragma.html#pragma_synchronous). FULL would cost an fsync per request just for
// that case.
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

/** Checked before the database is opened, since SQLite would turn an empty file into a new database. */
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

/** A pool's secret is encrypted with the key, which shows whether this is the right key. */
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

/** The key file gets its name only when it is complete, so a process that is killed leaves no partial key. */
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

/** SQLite gives its log files the mode of the database file. False if the database already exists. */
function makeFile(path: string): boolean {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  closeSync(openSync(path, 'a', 0o600));
  return true;
}
