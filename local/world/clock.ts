import type { World } from './world.ts';

/** A world whose time can be moved ahead of the real one, and put back. */
export interface Clock {
  readonly world: World;
  /** How far its time is ahead; 0 is real time. */
  offsetSeconds(): number;
  advance(seconds: number): void;
  reset(): void;
}

/** Moves what `world.now` says. Timers, as those of the functions, run on as they do. */
export function movableClock(real: World): Clock {
  let offsetSeconds = 0;
  return {
    world: { ...real, now: () => real.now() + offsetSeconds * 1000, callersNow: () => real.now() },
    offsetSeconds: () => offsetSeconds,
    advance: (seconds) => {
      offsetSeconds += seconds;
    },
    reset: () => {
      offsetSeconds = 0;
    },
  };
}
