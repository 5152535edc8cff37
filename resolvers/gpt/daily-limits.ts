import type { AccountTable } from '../account-table/account-table.ts';
import { AuthError } from '../errors/auth-error.ts';
import { type Allowance, countOf } from '../limits/allowance.ts';
import { countOne } from '../limits/count.ts';

/** A question that is about to be sent. */
export interface CountedQuestion {
  readonly sub: string;
  /** Whether this deployment pays for it. */
  readonly isPaidHere: boolean;
}

/**
 * Counts one question, before it is sent.
 * @param timeoutMs A whole number. It is not sent either when it could not be counted within this time.
 * @throws AuthError `TOO_MANY_REQUESTS`, `UNAVAILABLE`, `INTERNAL`.
 */
export type CountQuestion = (question: CountedQuestion, timeoutMs: number) => Promise<void>;

export interface DailyLimitsOptions extends AccountTable {
  /** For one user, also with a key of their own; null for no limit. */
  readonly questionsPerDay: number | null;
  /** For all users, with this deployment's key; null for no limit. */
  readonly totalPerDay: number | null;
}

const DAY_MS = 86_400_000;

/**
 * Limits the questions in a day (UTC) for each user, and for all users with this deployment's key. A counted question
 * stays counted, even if it fails.
 */
export function createDailyLimits({ questionsPerDay, totalPerDay, ...accounts }: DailyLimitsOptions): CountQuestion {
  const isCounted = async (owner: string, perDay: Allowance['perDay'], timeoutMs: number): Promise<boolean> => {
    const count = countOf({ owner, kind: 'questions', what: 'The question' }, { perHour: null, perDay }, accounts.now());
    return count === null || (await countOne(accounts, count, timeoutMs)) !== null;
  };
  return async ({ sub, isPaidHere }, timeoutMs) => {
    const again = `Ask again from ${tomorrow(accounts.now())} on`;
    // The user first, so that a refused user does not use up the common limit.
    if (!(await isCounted(sub, questionsPerDay, timeoutMs))) {
      const allowed = questionsPerDay === 1 ? 'one question' : `${questionsPerDay} questions`;
      throw tooMany(`A user may ask ${allowed} a day. ${again}.`);
    }
    if (isPaidHere && !(await isCounted('everybody', totalPerDay, timeoutMs))) {
      throw tooMany(`All questions of today have been asked. ${again}, or give \`key\`.`);
    }
  };
}

function tomorrow(now: number): string {
  return new Date((Math.floor(now / DAY_MS) + 1) * DAY_MS).toISOString().replace('.000', '');
}

/** Not retryable: what tries again by itself does so within seconds. */
function tooMany(message: string): AuthError {
  return new AuthError('TOO_MANY_REQUESTS', message);
}
