import type { Database } from './database.ts';
import type { HttpHandler, HttpResponse } from './http.ts';

/** What SQLite or the system refused to store or to read, as a sentence; undefined for an error of another kind. */
export function storageFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // The primary result code (https://www.sqlite.org/rescode.html), without what an extended one adds.
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

export interface StorageFaults {
  /** As `storageFault`, and says it in the log: once, until a minute has gone by without one. */
  told(error: unknown): string | undefined;
  /** Answers a request that met such a fault, where the handler lets it fly; notes what each of the others has stored. */
  guard(handler: HttpHandler, refuse: (message: string) => HttpResponse): HttpHandler;
}

const quietMs = 60_000;

export function storageFaults(database: Pick<Database, 'note'>, now: () => number, log: (line: string) => void): StorageFaults {
  const lastTold = new Map<string, number>();
  const told = (error: unknown): string | undefined => {
    const fault = storageFault(error);
    if (fault === undefined) return undefined;
    const isNew = now() - (lastTold.get(fault) ?? Number.NEGATIVE_INFINITY) > quietMs;
    lastTold.set(fault, now());
    if (isNew) log(`${fault} Requests that need the database are refused until that is mended.`);
    return fault;
  };
  const note = (): void => {
    try {
      database.note();
    } catch (error) {
      // The request itself is stored.
      if (told(error) === undefined) throw error;
    }
  };
  return {
    told,
    guard: (handler, refuse) => async (request) => {
      try {
        return await handler(request);
      } catch (error) {
        const fault = told(error);
        if (fault === undefined) throw error;
        return refuse(`${fault} The request was not carried out.`);
      } finally {
        note();
      }
    },
  };
}
