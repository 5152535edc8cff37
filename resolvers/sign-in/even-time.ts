import { setTimeout as sleep } from 'node:timers/promises';
import { isAddress } from '../errors/hidden-account.ts';

/** Carries something out so that the time it takes does not reveal whether this name has an account. */
export type EvenTime = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface EvenTimeOptions {
  /** Answers are delayed to this time after the call, or a multiple of it. Null: they are not delayed. */
  readonly milliseconds: number | null;
  /** Milliseconds from any fixed point. Default: `performance.now`. */
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * For an unknown name, Cognito sends nothing and starts no trigger, which is faster. So answers and refusals wait for
 * the end of a fixed time. This applies only to addresses, since `signUp` reveals whether a user name is taken anyway.
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
