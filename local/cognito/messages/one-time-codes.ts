import { createHmac, timingSafeEqual } from 'node:crypto';
import { digits, randomString } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { CodePurpose, CodeRecord } from '../store/sign-ins/code-store.ts';
import { codeExpired, codeMismatch } from '../wire/errors.ts';

const hourMs = 3_600_000;

/** The purposes of codes other than sign-in codes, which live as long as their session (sign-in-codes.ts). */
type IssuedPurpose = Exclude<CodePurpose, 'Authentication'>;

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.lifetime
 */
const lifetimeMs: Record<IssuedPurpose, number> = {
  ConfirmSignUp: 24 * hourMs,
  ForgotPassword: hourMs,
  VerifyEmail: 24 * hourMs,
  VerifyPhoneNumber: 24 * hourMs,
};

/**
 * Creates a six-digit code that replaces an older one. Also for an unknown user, in which case nobody receives it.
 * @param address The address that the code will prove, if any.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.newest
 */
export function issueCode(
  { codes, world }: Pick<Services, 'codes' | 'world'>,
  pool: UserPool,
  subject: string,
  purpose: IssuedPurpose,
  attribute: string,
  address: string | null = null,
): string {
  const code = randomString(world, digits, 6);
  const expiresAt = world.now() + lifetimeMs[purpose];
  codes.put(pool.id, subject, purpose, { hash: codeHash(pool, subject, purpose, code), attribute, address, expiresAt });
  return code;
}

/** Throws ExpiredCodeException if there is no valid code, and CodeMismatchException if the code is different. */
export function checkCode(
  { codes, world }: Pick<Services, 'codes' | 'world'>,
  pool: UserPool,
  subject: string,
  purpose: IssuedPurpose,
  typed: string,
): CodeRecord {
  const code = codes.find(pool.id, subject, purpose);
  if (!code || code.expiresAt <= world.now()) throw codeExpired();
  if (!timingSafeEqual(code.hash, codeHash(pool, subject, purpose, typed))) throw codeMismatch();
  return code;
}

/** An HMAC, since a plain hash of six digits is reversed in a second. Its key is stored encrypted. */
export function codeHash(pool: UserPool, subject: string, purpose: CodePurpose, code: string): Buffer {
  return createHmac('sha256', pool.secret)
    .update(JSON.stringify(['code', subject, purpose, code]))
    .digest();
}
