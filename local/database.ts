import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The one file that holds the local services' state, and the key under which its secrets lie. */
export interface Database {
  readonly sql: DatabaseSync;
  /** AES-256-GCM under the data directory's key: for what must be read back but never stand in a file in clear. */
  seal(plain: string): Uint8Array;
  /** The inverse of `seal`. Throws when the bytes were changed or sealed under another key. */
  open(sealed: Uint8Array): string;
  close(): void;
}

/**
 * Opens `<dataDir>/local.sqlite`, making the directory (mode 0700), the file and `<dataDir>/key` (both 0600) when they are missing.
 * `:memory:` keeps everything in this process. Throws when the key file is damaged: a new key could not read the old secrets.
 */
export function openDatabase(dataDir: string | ':memory:'): Database {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const key = inMemory ? randomBytes(keyBytes) : persistentKey(join(dataDir, 'key'));
  const sql = new DatabaseSync(inMemory ? ':memory:' : privateFile(join(dataDir, 'local.sqlite')));
  // WAL with synchronous=NORMAL: a commit is in the log (the system's page cache) before its caller is answered, so a killed process
  // loses nothing; only a crash of the whole machine may lose the last moments, and never leaves the file inconsistent
  // (https://www.sqlite.org/pragma.html#pragma_synchronous). FULL would pay an fsync per request for the machine's crash alone.
  sql.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA busy_timeout = 5000;
    -- 16 MB of log between checkpoints, 16 MB of pages at most: sign-ins write the same few pages over and over.
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA cache_size = -16000;
  `);
  return {
    sql,
    seal: (plain) => seal(key, plain),
    open: (sealed) => open(key, sealed),
    close: () => sql.close(),
  };
}

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

function seal(key: Buffer, plain: string): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

function open(key: Buffer, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
}

/** The key appears under its name only when it is whole, so a process killed in between leaves no half of it. */
function persistentKey(path: string): Buffer {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(keyBytes), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readFileSync(path);
  if (key.length !== keyBytes) throw new Error(`${path} is damaged: it must hold ${keyBytes} bytes.`);
  return key;
}

/** SQLite gives its log files the mode of the database file. */
function privateFile(path: string): string {
  closeSync(openSync(path, 'a', 0o600));
  return path;
}
