import type { Services } from '../services.ts';
import { attemptLimitExceeded, notAuthorized } from '../wire/errors.ts';

type Effects = Pick<Services, 'counters' | 'world'>;

/**
 * Requests that one user may make in an hour (https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html).
 * @see docs/aws-behaviour/cognito-users.md#cognito.limits.hourly
 */
const hourlyLimits = {
  ConfirmSignUp: 15,
  ResendConfirmationCode: 5,
  /**
   * ForgotPassword and ConfirmForgotPassword share one allowance; Cognito's moves between 5 and 20 with the risk it
   * sees.
   */
  PasswordRecovery: 20,
  ChangePassword: 5,
  GetUserAttributeVerificationCode: 5,
  VerifyUserAttribute: 15,
} as const;

const hourMs = 3_600_000;

/** Counts a request, right or wrong. Throws LimitExceededException once the hour's allowance is used up. */
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
 * Failures that lock nobody out yet. Codes are counted apart from passwords, so that a right password does not
 * forget them. A code that is a first factor has eight digits, so more wrong ones are allowed.
 * @see docs/aws-behaviour/cognito-users.md#cognito.lockout.codes
 */
const failuresAllowed = { SignInFailure: 5, MfaFailure: 5, CodeFailure: 10 } as const;
export type Failure = keyof typeof failuresAllowed;
const longestLockMs = 15 * 60_000;

/**
 * Throws NotAuthorizedException "Password attempts exceeded" while the user is locked; such an attempt does not count.
 * From the fifth failure on each one locks for 2^(n-5) seconds, up to 15 minutes; 15 minutes of silence forget them
 * all.
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
  // Reading first keeps the ordinary sign-in free of a write.
  if (counters.find(poolId, subject, failure)) counters.remove(poolId, subject, failure);
}
