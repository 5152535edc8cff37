const Real = Date;
/** The difference between a machine and its own services that is not intended. */
const toleranceMs = 1000;

/**
 * Makes this thread's `Date` show the time of the services if that differs from the machine's, as in tests, which move
 * the clock. Functions and the services they call then agree on the time.
 */
export function setClock(nowMs: number): void {
  const offset = nowMs - Real.now();
  globalThis.Date = Math.abs(offset) < toleranceMs ? Real : shifted(offset);
}

function shifted(offset: number): DateConstructor {
  return class extends Real {
    constructor(...given: []) {
      // Only `new Date()` without arguments uses the offset. The types of an overloaded constructor cannot be passed
      // on.
      super(...((given.length === 0 ? [Real.now() + offset] : given) as unknown as []));
    }

    static override now(): number {
      return Real.now() + offset;
    }
    // Called without `new`, `Date` would return a string; no function uses that old form.
  } as unknown as DateConstructor;
}
