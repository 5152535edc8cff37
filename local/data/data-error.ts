import { join } from 'node:path';
import { StartError } from '../world/start-error.ts';

/** A data directory that cannot be used as it is. The message is one line that names the file and the remedy. */
export class DataError extends StartError {
  override readonly name = 'DataError';
}

/**
 * Returns a `DataError` if the system or SQLite refused something in a data directory; undefined for any other error.
 */
export function dataErrorOf(error: unknown, dataDir: string): DataError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DataError) return cause;
    const code = sqliteCode(cause);
    const text = code === undefined ? bySystem(cause, dataDir) : bySqlite.get(code)?.(join(dataDir, 'local.sqlite'), dataDir);
    if (text !== undefined) return new DataError(text, { cause: error });
  }
  return undefined;
}

/** Whether another process has the database open. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && sqliteCode(error) === busy;
}

/** The primary result code (https://www.sqlite.org/rescode.html), without the bits of an extended one. */
function sqliteCode(error: Error): number | undefined {
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

const [busy, readOnly, ioError, corrupt, full, cannotOpen, notADatabase] = [5, 8, 10, 11, 13, 14, 26];

type Text = (path: string, dataDir: string) => string;

const otherFolder = 'or set DATA_DIR to another folder';

const diskIsFull: Text = (_, dataDir) =>
  `The disk that holds ${dataDir} is full. Free some space, or set DATA_DIR to a folder on another disk.`;
const isReadOnly: Text = (path) => `${path} cannot be written. Make it and its folder writable, ${otherFolder}.`;
const isDamaged: Text = (path, dataDir) =>
  `${path} is damaged. Put a copy of it back, or remove ${dataDir} to start without users, ${otherFolder}.`;

const bySqlite = new Map<number, Text>([
  [busy, (_, dataDir) => `${dataDir} is in use by another running instance or program. Stop it, ${otherFolder}.`],
  [readOnly, isReadOnly],
  [ioError, (path) => `${path} cannot be read or written: the disk failed. Set DATA_DIR to another folder.`],
  [corrupt, isDamaged],
  [full, diskIsFull],
  [cannotOpen, (path) => `${path} cannot be opened. Make it and its folder readable and writable, ${otherFolder}.`],
  [notADatabase, isDamaged],
]);

const notAFolder: Text = (_, dataDir) => `${dataDir} is not a folder. Set DATA_DIR to a folder.`;
const notPermitted: Text = (path) => `${path} cannot be used: permission denied. Make it yours, ${otherFolder}.`;

const systemTexts = new Map<string, Text>([
  ['ENOSPC', diskIsFull],
  ['EDQUOT', diskIsFull],
  ['EROFS', isReadOnly],
  ['EACCES', notPermitted],
  ['EPERM', notPermitted],
  // For a folder that cannot be created.
  ['ENOENT', (path) => `${path} cannot be made. Set DATA_DIR to another folder.`],
  ['ENOTDIR', notAFolder],
  ['EEXIST', notAFolder],
]);

/** For a file in the data directory. If the disk is full, the system names no file. */
function bySystem(error: Error, dataDir: string): string | undefined {
  if (!('syscall' in error && 'code' in error && typeof error.code === 'string')) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (path === undefined ? error.syscall !== 'write' : !path.startsWith(dataDir)) return undefined;
  return systemTexts.get(error.code)?.(path ?? dataDir, dataDir);
}
