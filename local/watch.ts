import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { realTimers, type Timers } from './lambda/timers.ts';

export interface WatchOptions {
  readonly directory: string;
  /** Takes over the new assembly; throws when it is not whole. */
  readonly reload: () => void;
  /** Told why, once all attempts at one change have failed. */
  readonly failed: (error: unknown) => void;
  readonly timers?: Timers;
  /** Milliseconds between two looks at the file. Half a second by default. */
  readonly intervalMs?: number;
}

const attempts = 5;
const pauseMs = 400;

/** Calls `reload` after each new synthesis, until the answer is called. */
export function watchAssembly({ directory, reload, failed, timers = realTimers, intervalMs = 500 }: WatchOptions): () => void {
  const manifest = join(directory, 'manifest.json');
  let cancel = (): void => undefined;
  const attempt = (left: number): void => {
    try {
      reload();
    } catch (error) {
      // A synthesis writes many files; it may be half way.
      if (left > 1) cancel = timers.after(pauseMs, () => attempt(left - 1));
      else failed(error);
    }
  };
  // Asking for the file's time sees a folder that was replaced as a whole, which the system's own notifications do not.
  watchFile(manifest, { interval: intervalMs, persistent: false }, (now, before) => {
    if (now.mtimeMs === before.mtimeMs || now.mtimeMs === 0) return;
    cancel();
    attempt(attempts);
  });
  return () => {
    cancel();
    unwatchFile(manifest);
  };
}
