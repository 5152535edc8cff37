/** Deadlines as an argument, so that a test need not wait for them. */
export interface Timers {
  /** Calls back once after `ms` milliseconds; the answer cancels. Keeps no process alive. */
  after(ms: number, callback: () => void): () => void;
}

export const realTimers: Timers = {
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
