import { generateKeyPairSync } from 'node:crypto';
import { type KeyPair, realWorld, type World } from '../../local/world/world.ts';

interface Duration {
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

/** A clock that the test moves, so that no test has to wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(by: Duration): void;
}

/** Stands still until it is moved. */
export function standingClock(start: number): Clock {
  return clockFrom(() => start);
}

/** Runs with the real clock, but can be moved ahead of it. */
export function runningClock(): Clock {
  return clockFrom(Date.now);
}

function clockFrom(base: () => number): Clock {
  let offset = 0;
  return {
    now: () => base() + offset,
    advance: ({ milliseconds = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
      offset += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    },
  };
}

/** A world with this clock. Its user pools share a few key pairs, since creating one takes longer than most tests. */
export function worldOf({ now }: Clock): World {
  return { ...realWorld, now, rsaKeyPair };
}

const pairs: KeyPair[] = [];
let handedOut = 0;

/** Eight pairs in turn, so that the pools of one test, with two pairs each, have different ones. */
function rsaKeyPair(): KeyPair {
  const next = handedOut % 8;
  handedOut += 1;
  const pair = pairs[next] ?? generateKeyPairSync('rsa', { modulusLength: 2048 });
  pairs[next] = pair;
  return pair;
}
