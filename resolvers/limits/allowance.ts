import type { Count } from './count.ts';

/** How often something may be done in an hour and in a day (UTC). Null for no limit. */
export interface Allowance {
  readonly perHour: number | null;
  readonly perDay: number | null;
}

interface Counted {
  readonly owner: string;
  /** The kind of the count, such as `messages`. */
  readonly kind: string;
  /** The beginning of the sentence "The message could not be counted in time." */
  readonly what: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The counts of this hour and this day are in one item, so that one write updates both. Null without a limit. */
export function countOf({ owner, kind, what }: Counted, { perHour, perDay }: Allowance, now: number): Count | null {
  if (perHour === null && perDay === null) return null;
  const day = Math.floor(now / DAY_MS);
  const [date = '', time = ''] = new Date(now).toISOString().split('T');
  return {
    owner,
    item: `${kind}:${date}`,
    limits: {
      ...(perHour !== null && { [`inHour${time.slice(0, 2)}`]: perHour }),
      ...(perDay !== null && { inDay: perDay }),
    },
    // One day after the end of the counted day.
    expiresAt: ((day + 2) * DAY_MS) / 1000,
    what,
  };
}
