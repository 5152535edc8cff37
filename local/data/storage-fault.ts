/** What SQLite or the system could not store or read, as a sentence; undefined for any other error. */
export function storageFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // The primary result code (https://www.sqlite.org/rescode.html), without the bits of an extended one.
  if ('errcode' in error && typeof error.errcode === 'number') return faults.get(error.errcode & 0xff);
  return 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT') ? full : undefined;
}

const full = 'The disk is full.';

const faults = new Map<number, string>([
  [5, 'Another program has locked the database.'],
  [8, 'The database cannot be written.'],
  [10, 'The disk failed.'],
  [11, 'The database is damaged.'],
  [13, full],
  [14, 'A file of the database cannot be opened.'],
]);
