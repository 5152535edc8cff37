import type { HttpHandler, HttpResponse } from '../http/http-message.ts';
import type { Database } from './database.ts';
import { storageFault } from './storage-fault.ts';

export interface StorageGuard {
  /** Like `storageFault`, but also logs it: once, until a minute has passed without one. */
  told(error: unknown): string | undefined;
  /** Answers a request that failed with such a fault. After every other request, records what was stored. */
  guard(handler: HttpHandler, refuse: (message: string) => HttpResponse): HttpHandler;
}

const quietMs = 60_000;

export function createStorageGuard(
  database: Pick<Database, 'note'>,
  now: () => number,
  log: (line: string) => void,
): StorageGuard {
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
      // The request itself is stored already.
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
