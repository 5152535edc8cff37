import { realTimers, type Timers } from '../world/timers.ts';
import type { HttpResponse } from './http-message.ts';

export interface DrainOptions {
  /** The answer to requests that come too late, or are still waiting at the deadline. */
  readonly unavailable: HttpResponse;
  readonly timers?: Timers;
}

/** Lets the running requests of a server finish. */
export interface Drain {
  /** Returns the answer of `run`, or `unavailable` if the server closes first. Call `done` once the answer is sent. */
  answer(run: () => Promise<HttpResponse>): { readonly response: Promise<HttpResponse>; done(): void };
  /** Whether no new request may start. */
  isClosing(): boolean;
  /** Resolves when no request is running any more, at the latest shortly after `graceMs`. */
  close(): Promise<void>;
}

/** A sign-in takes milliseconds, and a developer who pressed Ctrl+C should not wait for a language model. */
const graceMs = 1_000;
/** Time for the last answers to reach their callers. */
const flushMs = 250;

export function createDrain({ unavailable, timers = realTimers }: DrainOptions): Drain {
  const underWay = new Set<() => void>();
  const drained = Promise.withResolvers<void>();
  let closing = false;
  return {
    answer(run) {
      const { promise, resolve, reject } = Promise.withResolvers<HttpResponse>();
      const cut = (): void => resolve(unavailable);
      underWay.add(cut);
      if (closing) cut();
      else run().then(resolve, reject);
      const done = (): void => {
        underWay.delete(cut);
        if (closing && underWay.size === 0) drained.resolve();
      };
      return { response: promise, done };
    },
    isClosing: () => closing,
    async close() {
      closing = true;
      // Requests that have already arrived are read in the next turn of the event loop, and should get an answer.
      await nextTurn();
      await nextTurn();
      if (underWay.size === 0) return;
      const cancel = timers.after(graceMs, () => {
        for (const cut of underWay) cut();
        timers.after(flushMs, drained.resolve);
      });
      await drained.promise;
      cancel();
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
