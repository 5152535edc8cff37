import type { Services } from '../services.ts';
import type { SoftwareToken } from '../store/factors/mfa-store.ts';
import type { User } from '../store/users/user-store.ts';
import { CognitoError } from '../wire/errors.ts';
import { countFailure, forgetFailures, refuseWhileLocked } from './attempts.ts';
import { totpStep } from './totp.ts';

/**
 * The time step of a right code of an authenticator app. Throws `wrong` for a wrong code, and ExpiredCodeException for
 * one that was used before: a code works once, in whichever operation (RFC 6238 §5.2). Too many wrong codes lock the
 * user.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.totp
 */
export function proveTotp(
  services: Pick<Services, 'counters' | 'world'>,
  { poolId, sub }: User,
  { secret, lastStep }: Pick<SoftwareToken, 'secret' | 'lastStep'>,
  code: string,
  wrong: () => CognitoError,
): number {
  refuseWhileLocked(services, poolId, sub, 'MfaFailure');
  const step = totpStep(services.world, secret, code);
  if (step === undefined) {
    countFailure(services, poolId, sub, 'MfaFailure');
    throw wrong();
  }
  if (step <= lastStep) throw usedCode();
  forgetFailures(services, poolId, sub, 'MfaFailure');
  return step;
}

export const usedCode = () => new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');

export const noSoftwareToken = () =>
  new CognitoError('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.');

export const wrongFirstCode = () =>
  new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
