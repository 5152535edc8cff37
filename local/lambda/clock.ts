const Real = Date;
/** What a machine and its own services may be apart without anybody having meant it. */
const toleranceMs = 1000;

/**
 * Has this thread's `Date` tell the time of the services, where that is another than the machine's: in tests, which
 * move the clock. A function then lives in the same day as what it calls.
 */
export function setClock(nowMs: number): void {
  const offset = nowMs - Real.now();
  globalThis.Date = Math.abs(offset) < toleranceMs ? Real : shifted(offset);
}

function shifted(offset: number): DateConstructor {
  return class extends Real {
    constructor(...given: []) {
      // `new Date()` alone asks for the time. A constructor's overloads cannot be handed on by their types.
      super(...((given.length === 0 ? [Real.now() + offset] : given) as unknown as []));
    }

    static override now(): number {
      return Real.now() + offset;
    }
    // Called without `new`, it would give a text; the functions run without that form of thirty years ago.
  } as unknown as DateConstructor;
}
