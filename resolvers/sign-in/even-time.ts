import { setTimeout as sleep } from 'node:timers/promises';
import { isAddress } from '../errors/hidden-account.ts';

/** Carries something out so that the time it takes does not tell whether this name has an account. */
export type EvenTime = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface EvenTimeOptions {
  /** Answers come this long after the call, or a multiple of it. Null: as soon as they are there. */
  readonly milliseconds: number | null;
  /** Milliseconds from any fixed point. Default: `performance.now`. */
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * For a name that does not exist, Cognito sends nothing and starts no trigger, which is faster. So the answer waits for
 * the end of a fixed time, refusals too. Only by an address: `signUp` tells whether a user name is taken in any case.
 */
export function createEvenTime({ milliseconds, now = () => performance.now(), pause = sleep }: EvenTimeOptions): EvenTime {
  return async (name, work) => {
    if (milliseconds === null || !isAddress(name)) return work();
    const startedAt = now();
    try {
      return await work();
    } finally {
      const taken = now() - startedAt;
      await pause(Math.max(1, Math.ceil(taken / milliseconds)) * milliseconds - taken);
    }
  };
}
