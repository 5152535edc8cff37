import { realTimers, type Timers } from '../world/timers.ts';
import type { HttpResponse } from './http-message.ts';

export interface DrainOptions {
  /** The answer to whoever comes too late, and to whoever is still waiting when the time is up. */
  readonly unavailable: HttpResponse;
  readonly timers?: Timers;
}

/** Lets the requests of a server come to an end. */
export interface Drain {
  /** Gives the answer of `run`, or `unavailable` if the server closes first. Call `done` once the answer is sent. */
  answer(run: () => Promise<HttpResponse>): { readonly response: Promise<HttpResponse>; done(): void };
  /** Whether nothing new may begin. */
  isClosing(): boolean;
  /** Resolves when nothing is under way any more, at the latest a little after `graceMs`. */
  close(): Promise<void>;
}

/** A sign-in takes milliseconds, and a developer who has pressed Ctrl+C does not wait for a language model. */
const graceMs = 1_000;
/** For the last answers to reach callers that read them. */
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
      // What has arrived by now is read in the next turn of the event loop, and deserves an answer.
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
