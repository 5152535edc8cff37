import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has this data directory open. */
class LockError extends Error {
  override readonly name = 'LockError';
}

/** Takes a data directory for this process alone, until the answer is called or the process ends, however it ends. Throws `LockError`. */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // SQLite's own file lock: the operating system lets go of it even after `kill -9`, which a file of one's own would not survive.
  const lock = new DatabaseSync(join(dataDir, 'lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    throw new LockError(`${dataDir} is in use by another running instance. Stop it, or set DATA_DIR to another folder.`, {
      cause,
    });
  }
  return () => lock.close();
}
