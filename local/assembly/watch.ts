import { statSync } from 'node:fs';
import { join } from 'node:path';
import { realTimers, type Timers } from '../world/timers.ts';

export interface WatchOptions {
  readonly directory: string;
  /** What `synthesisTime` gave before the assembly was read. */
  readonly since: number;
  /** Takes over the new assembly; throws when it is not whole. */
  readonly reload: () => void;
  /** Told why, once all attempts at one change have failed. */
  readonly failed: (error: unknown) => void;
  readonly timers?: Timers;
}

const intervalMs = 500;
const attempts = 5;

/** When the assembly was last written, in milliseconds since the epoch; 0 while it is missing. */
export function synthesisTime(directory: string): number {
  return statSync(join(directory, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Calls `reload` after each new synthesis, until the answer is called. */
export function watchAssembly({ directory, since, reload, failed, timers = realTimers }: WatchOptions): () => void {
  let seen = since;
  let left = 0;
  let cancel = (): void => undefined;
  const attempt = (): void => {
    left -= 1;
    try {
      reload();
      left = 0;
    } catch (error) {
      // A synthesis writes many files; it may be half way.
      if (left === 0) failed(error);
    }
  };
  // Asking for the time sees a folder that was replaced as a whole, which the system's own notifications do not.
  const look = (): void => {
    const time = synthesisTime(directory);
    if (time !== seen && time !== 0) {
      seen = time;
      left = attempts;
    }
    if (left > 0) attempt();
    cancel = timers.after(intervalMs, look);
  };
  cancel = timers.after(intervalMs, look);
  return () => cancel();
}
