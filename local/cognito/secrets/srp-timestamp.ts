import type { World } from '../../world/world.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * How far a client's clock may be off, in either direction.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.srp.clock-tolerance
 */
const toleranceMs = 5 * 60_000;

/**
 * Whether the TIMESTAMP of a proof is current and in Cognito's only format: `Wed Apr 5 22:42:34 UTC 2017`, with English
 * names and no leading zero in the day. The service refuses a padded day and a wrong weekday (measured). While the
 * local clock is moved ahead, browsers still have the real time, so that is accepted too.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.srp.timestamp
 */
export function isCurrentTimestamp(timestamp: string, world: World): boolean {
  const parts = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d\d):(\d\d):(\d\d) UTC (\d{4})$/.exec(timestamp);
  if (!parts) return false;
  const [, month = '', ...numbers] = parts;
  const [day = 0, hour = 0, minute = 0, second = 0, year = 0] = numbers.map(Number);
  const time = Date.UTC(year, months.indexOf(month), day, hour, minute, second);
  const isNear = (now: number): boolean => Math.abs(time - now) <= toleranceMs;
  return formatted(new Date(time)) === timestamp && [world.now(), world.callersNow?.() ?? world.now()].some(isNear);
}

function formatted(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${weekdays[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${date.getUTCDate()} ${clock} UTC ${date.getUTCFullYear()}`;
}
