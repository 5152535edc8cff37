import type { Database } from './database.ts';
import { realTimers, type Timers } from './lambda/timers.ts';
import type { StorageFaults } from './storage-faults.ts';

export interface HousekeepingOptions {
  readonly database: Pick<Database, 'checkpoint'>;
  readonly purge: () => void;
  readonly faults: Pick<StorageFaults, 'told'>;
  readonly timers?: Timers;
}

/** So that less than a second of work lives in the write-ahead log alone. */
const everyMs = 800;

/** Removes what has expired and empties the write-ahead log, beside the requests, until the answer is called. */
export function keepHouse({ database, purge, faults, timers = realTimers }: HousekeepingOptions): () => void {
  const attempt = (task: () => void): void => {
    try {
      task();
    } catch (error) {
      // A later round does it when the disk can.
      if (faults.told(error) === undefined) throw error;
    }
  };
  const round = (): void => {
    attempt(purge);
    attempt(database.checkpoint);
    cancel = timers.after(everyMs, round);
  };
  let cancel = timers.after(everyMs, round);
  return () => cancel();
}
