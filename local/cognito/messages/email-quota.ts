import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import { hasSender } from '../triggers/custom-sender.ts';
import { CognitoError } from '../wire/errors.ts';

export type QuotaEffects = Pick<Services, 'counters' | 'world' | 'accountId' | 'dailyEmails'>;

/**
 * Returns LimitExceededException once Cognito's own sender has used up its daily mails, which are 50 in AWS for all
 * pools of an account. Only if the limit is set, and never for a pool that sends through SES or its own function.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 * @see docs/aws-behaviour/messages.md#messages.daily-mails
 */
export function beyondQuota(effects: QuotaEffects, pool: UserPool): CognitoError | undefined {
  const { dailyEmails, world } = effects;
  if (dailyEmails === undefined || !sendsByCognito(pool) || sentToday(effects, world.now()) < dailyEmails) return undefined;
  return new CognitoError(
    'LimitExceededException',
    'Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use ' +
      'your own Amazon SES configuration for sending email.',
  );
}

/** Throws what `beyondQuota` returns. */
export function refuseBeyondQuota(effects: QuotaEffects, pool: UserPool): void {
  const refusal = beyondQuota(effects, pool);
  if (refusal) throw refusal;
}

/** Counts a mail. Throws like `refuseBeyondQuota`, and then does not count it. */
export function countEmail(effects: QuotaEffects, pool: UserPool): void {
  refuseBeyondQuota(effects, pool);
  const { counters, accountId, world, dailyEmails } = effects;
  if (dailyEmails === undefined || !sendsByCognito(pool)) return;
  const now = world.now();
  const counter = { count: sentToday(effects, now) + 1, countedAt: now, expiresAt: nextReset(now) };
  counters.put(accountId, sender, kind, counter);
}

function sendsByCognito(pool: UserPool): boolean {
  return pool.settings.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER' && !hasSender(pool, 'EMAIL');
}

function sentToday({ counters, accountId }: QuotaEffects, now: number): number {
  const found = counters.find(accountId, sender, kind);
  return found && found.expiresAt > now ? found.count : 0;
}

/** The quota belongs to the account, so a fixed name replaces the pool id in the counter's key. */
const [sender, kind] = ['COGNITO_DEFAULT', 'DailyEmails'];

const dayMs = 86_400_000;
const resetMs = 9 * 3_600_000;

/** The next 09:00 UTC. */
function nextReset(now: number): number {
  return (Math.floor((now - resetMs) / dayMs) + 1) * dayMs + resetMs;
}
