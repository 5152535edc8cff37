import { accessSync, chmodSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from './data-error.ts';

/** Files that identify a folder as a data directory. */
const marks = ['api-key', 'key', 'local.sqlite', 'watermark'] as const;
/** All files that a data directory may have. `lock` and `local.sqlite-shm` come from earlier versions. */
const ours = [
  ...marks,
  'local.sqlite-shm',
  'local.sqlite-wal',
  'lock',
  'outputs.json',
  'tls-certificate.pem',
  'tls-key.pem',
] as const;

/**
 * Creates the data directory, or uses an existing one. Only its owner may then use the folder (0700) and our files in
 * it (0600). Throws `DataError` for a folder with other files, since nobody else could read them afterwards.
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
    // Some file systems, such as those of a network or of a virtual machine's host, have no modes to change. Those
    // files still belong to us.
    if (uid === process.getuid()) return;
    throw new DataError(`${path} belongs to another user and cannot be made private. Set DATA_DIR to a folder of your own.`);
  }
}
