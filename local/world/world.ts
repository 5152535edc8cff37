import { randomBytes } from 'node:crypto';

/** Time and chance, as arguments, so that a test can hold both. */
export interface World {
  /** Milliseconds since the epoch. */
  now(): number;
  /** The same by the clocks of callers, where `now` was moved away from them. */
  callersNow?(): number;
  /** Cryptographically strong bytes. */
  randomBytes(size: number): Buffer;
}

export const realWorld: World = { now: Date.now, randomBytes };
