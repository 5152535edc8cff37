import type { Services } from '../services.ts';
import { attemptLimitExceeded, notAuthorized } from '../wire/errors.ts';

type Effects = Pick<Services, 'counters' | 'world'>;

/**
 * How many requests one user may make per hour (https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html).
 * @see docs/aws-behaviour/cognito-users.md#cognito.limits.hourly
 */
const hourlyLimits = {
  ConfirmSignUp: 15,
  ResendConfirmationCode: 5,
  /** ForgotPassword and ConfirmForgotPassword share one limit. Cognito's varies between 5 and 20 with the risk. */
  PasswordRecovery: 20,
  ChangePassword: 5,
  GetUserAttributeVerificationCode: 5,
  VerifyUserAttribute: 15,
} as const;

const hourMs = 3_600_000;

/** Counts a request, right or wrong. Throws LimitExceededException if the hourly limit is reached. */
export function countAttempt(
  { counters, world }: Effects,
  poolId: string,
  subject: string,
  limited: keyof typeof hourlyLimits,
): void {
  const now = world.now();
  const found = counters.find(poolId, subject, limited);
  const running = found && found.expiresAt > now ? found : { count: 0, countedAt: now, expiresAt: now + hourMs };
  if (running.count >= hourlyLimits[limited]) throw attemptLimitExceeded();
  counters.put(poolId, subject, limited, { ...running, count: running.count + 1 });
}

/**
 * How many failures do not lock the user yet. Codes are counted apart from passwords, so that a right password does not
 * reset them. A code that is a first factor has eight digits, so more wrong ones are allowed.
 * @see docs/aws-behaviour/cognito-users.md#cognito.lockout.codes
 */
const failuresAllowed = { SignInFailure: 5, MfaFailure: 5, CodeFailure: 10 } as const;
export type Failure = keyof typeof failuresAllowed;
const longestLockMs = 15 * 60_000;

/**
 * Throws NotAuthorizedException "Password attempts exceeded" while the user is locked. Such an attempt does not count.
 * From the fifth failure on, each failure locks the user for 2^(n-5) seconds, up to 15 minutes. After 15 minutes
 * without a failure, all are forgotten.
 * @see docs/aws-behaviour/cognito-users.md#cognito.lockout.passwords
 */
export function refuseWhileLocked({ counters, world }: Effects, poolId: string, subject: string, failure: Failure): void {
  const allowed = failuresAllowed[failure];
  const failures = counters.find(poolId, subject, failure);
  if (!failures || failures.count < allowed) return;
  const lockMs = Math.min(2 ** (failures.count - allowed) * 1_000, longestLockMs);
  if (world.now() < failures.countedAt + lockMs) throw notAuthorized('Password attempts exceeded');
}

export function countFailure({ counters, world }: Effects, poolId: string, subject: string, failure: Failure): void {
  const now = world.now();
  const found = counters.find(poolId, subject, failure);
  const count = found && found.expiresAt > now ? found.count + 1 : 1;
  counters.put(poolId, subject, failure, { count, countedAt: now, expiresAt: now + longestLockMs });
}

export function forgetFailures({ counters }: Effects, poolId: string, subject: string, failure: Failure): void {
  // Reads first, so that an ordinary sign-in needs no write.
  if (counters.find(poolId, subject, failure)) counters.remove(poolId, subject, failure);
}
