import { statSync } from 'node:fs';
import { join } from 'node:path';
import { realTimers, type Timers } from '../world/timers.ts';

export interface WatchOptions {
  readonly directory: string;
  /** What `synthesisTime` returned before the assembly was read. */
  readonly since: number;
  /** Switches to the new assembly; throws if it is incomplete. */
  readonly reload: () => void;
  /** Called with the reason, once all attempts after a change have failed. */
  readonly failed: (error: unknown) => void;
  readonly timers?: Timers;
}

const intervalMs = 500;
const attempts = 5;

/** When the assembly was last written, in milliseconds since the epoch; 0 while it is missing. */
export function synthesisTime(directory: string): number {
  return statSync(join(directory, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Calls `reload` after each new synthesis, until the returned function is called. */
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
      // A synthesis writes many files and may not be finished yet.
      if (left === 0) failed(error);
    }
  };
  // Polling the time notices that the whole folder was replaced, which the system's file notifications do not.
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
