import { mkdirSync, rmSync, statSync } from 'node:fs';

/** A synth takes seconds; a lock that is older than this was left by one that was killed. */
const STALE_MS = 60_000;
const WAIT_MS = 50;

/** Does the work while no other process does any under the same lock: a folder that exists meanwhile. */
export function oneAtATime(lock: string, work: () => void): void {
  while (!acquire(lock)) {
    if (Date.now() - madeAt(lock) > STALE_MS) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function acquire(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Now, when it has just been given back. */
function madeAt(lock: string): number {
  return statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}
