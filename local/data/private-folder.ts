import { accessSync, chmodSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from './data-error.ts';

/** What makes a folder a data directory. */
const marks = ['api-key', 'key', 'local.sqlite', 'watermark'] as const;
/** All that there may be in one, `lock` and `local.sqlite-shm` from earlier versions. */
const ours = [...marks, 'local.sqlite-shm', 'local.sqlite-wal', 'lock', 'outputs.json'] as const;

/**
 * Makes the data directory, or takes one that is there: the folder becomes its owner's alone (0700), and so do our
 * files in it (0600). Throws `DataError` for a folder with somebody else's files, because nobody else could read them
 * afterwards.
 */
export function takePrivateFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const names = new Set(readdirSync(dataDir));
  const isForeign = !marks.some((name) => names.has(name)) && [...names].some((name) => !name.startsWith('.'));
  if (isForeign)
    throw new DataError(`${dataDir} holds other files, and no data of the local runtime. Set DATA_DIR to a new or empty folder.`);
  take(dataDir, 0o700);
  for (const name of ours.filter((each) => names.has(each))) {
    const path = join(dataDir, name);
    if (!statSync(path).isFile()) throw new DataError(`${path} must be a file. Remove it, or set DATA_DIR to another folder.`);
    take(path, 0o600);
  }
}

function take(path: string, mode: number): void {
  accessSync(path, constants.R_OK | constants.W_OK);
  const { mode: before, uid } = statSync(path);
  // Windows has no such modes.
  if (process.getuid === undefined || (before & 0o077) === 0) return;
  try {
    chmodSync(path, mode);
  } catch {
    // Some file systems, as those of a network or of a virtual machine's host, have no modes to change; those files are
    // still our own.
    if (uid === process.getuid()) return;
    throw new DataError(`${path} belongs to another user and cannot be made private. Set DATA_DIR to a folder of your own.`);
  }
}
