import type { Backstage } from '../cognito/developer/backstage.ts';
import type { HttpRequest } from '../http/http-message.ts';
import type { Clock } from '../world/clock.ts';
import { BadRequest, readBody } from './body.ts';
import type { ClockState } from './render/render-clock.ts';

export interface ClockPagesOptions {
  readonly clock: Clock;
  readonly backstage: Pick<Backstage, 'timeWentBack'>;
}

/** Ten years: every lifetime in Cognito is shorter. */
const longestSeconds = 10 * 365 * 86_400;

export function clockState({ world, offsetSeconds }: Clock): ClockState {
  return { now: new Date(world.now()).toISOString(), offsetSeconds: offsetSeconds() };
}

/** `{ advanceSeconds }` or `{ reset: true }`. Throws `BadRequest`. */
export function moveClock({ clock, backstage }: ClockPagesOptions, request: HttpRequest): ClockState {
  const { advanceSeconds, reset } = readBody(request, 'advanceSeconds', 'reset');
  if ((advanceSeconds === undefined) === (reset === undefined))
    throw new BadRequest('Either advanceSeconds or reset must be given, and not both.');
  if (reset !== undefined) {
    if (reset !== true) throw new BadRequest('reset must be true.');
    clock.reset();
    backstage.timeWentBack();
    return clockState(clock);
  }
  const seconds = Number.isInteger(advanceSeconds) ? Number(advanceSeconds) : 0;
  if (seconds < 1 || clock.offsetSeconds() + seconds > longestSeconds) {
    throw new BadRequest(
      `advanceSeconds must be a whole number from 1 on, and the clock at most ${longestSeconds} seconds ahead; reset puts it back.`,
    );
  }
  clock.advance(seconds);
  return clockState(clock);
}
