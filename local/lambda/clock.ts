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
  const now = (): number => Real.now() + offset;
  return new Proxy(Real, {
    // Only `new Date()` without arguments depends on the time.
    construct: (real, given, target) => Reflect.construct(real, given.length === 0 ? [now()] : given, target),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
  });
}
