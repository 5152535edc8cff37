import type { Client } from '../aws/send.ts';
import { AuthError } from '../errors/auth-error.ts';
import { countOne } from '../limits/count.ts';

/**
 * Counts one question of a user, before it is sent.
 * @param timeoutMs A whole number. It is not sent either when it could not be counted within this time.
 * @throws AuthError `TOO_MANY_REQUESTS`, `UNAVAILABLE`, `INTERNAL`.
 */
export type CountQuestion = (sub: string, timeoutMs: number) => Promise<void>;

export interface DailyLimitOptions {
  readonly dynamodb: Client;
  readonly table: string;
  readonly questionsPerDay: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const DAY_MS = 86_400_000;

/**
 * At most so many questions for each user and UTC day. A question counts once it is counted: what becomes of it does
 * not matter.
 */
export function createDailyLimit({ dynamodb, table, questionsPerDay, now }: DailyLimitOptions): CountQuestion {
  return async (sub, timeoutMs) => {
    const today = Math.floor(now() / DAY_MS);
    const count = {
      table,
      key: { sub: { S: sub }, day: { S: new Date(today * DAY_MS).toISOString().slice(0, 10) } },
      attribute: 'questions',
      limit: questionsPerDay,
      // A day after its own has ended.
      expiresAt: ((today + 2) * DAY_MS) / 1000,
      what: 'The question',
    };
    if (!(await countOne(dynamodb, count, timeoutMs))) throw limitReached(questionsPerDay, new Date((today + 1) * DAY_MS));
  };
}

function limitReached(questionsPerDay: number, opensAt: Date): AuthError {
  const allowed = questionsPerDay === 1 ? 'one question' : `${questionsPerDay} questions`;
  const at = opensAt.toISOString().replace('.000', '');
  // Not retryable: what tries again by itself does so within seconds.
  return new AuthError('TOO_MANY_REQUESTS', `A user may ask ${allowed} a day. Ask again from ${at} on, or give \`key\`.`);
}
