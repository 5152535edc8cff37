import { realTimers, type Timers } from '../world/timers.ts';
import type { Database } from './database.ts';
import type { StorageGuard } from './storage-guard.ts';

export interface HousekeepingOptions {
  readonly database: Pick<Database, 'checkpoint'>;
  readonly purge: () => void;
  readonly guard: Pick<StorageGuard, 'told'>;
  readonly timers?: Timers;
}

/** At this interval, less than a second of work exists only in the write-ahead log. */
const everyMs = 800;

/**
 * Removes what has expired and empties the write-ahead log in the background, until the returned function is called.
 */
export function keepHouse({ database, purge, guard, timers = realTimers }: HousekeepingOptions): () => void {
  const attempt = (task: () => void): void => {
    try {
      task();
    } catch (error) {
      // A later round does it once the disk works again.
      if (guard.told(error) === undefined) throw error;
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
