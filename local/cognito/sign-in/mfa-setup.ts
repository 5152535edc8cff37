import { findClientsSession, openSession } from '../secrets/challenge-sessions.ts';
import { noSoftwareToken, proveTotp, wrongFirstCode } from '../secrets/software-token.ts';
import { newTotpSecret } from '../secrets/totp.ts';
import type { Services } from '../services.ts';
import { enabledMfas } from '../settings/mfa-types.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { refuseExternal } from '../users/external-user.ts';
import { CognitoError, invalidSession, userDisabled } from '../wire/errors.ts';
import type { Step, StepAt } from './steps/step.ts';

// An authenticator app is set up in two steps, by a signed-in user or during a sign-in that requires it (MFA_SETUP).
// Each session in that chain replaces the previous one, which is then unknown.
// @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.replaced

/** Throws SoftwareTokenMFANotFoundException in a pool without authenticator apps. */
export function associateForUser({ mfa, world }: Services, pool: UserPool, user: User): { SecretCode: string } {
  refuseExternal(user, 'set up MFA');
  if (!enabledMfas(pool.settings).includes('SOFTWARE_TOKEN_MFA')) {
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool');
  }
  const SecretCode = newTotpSecret(world);
  mfa.putPendingSecret(user.id, SecretCode);
  return { SecretCode };
}

export function verifyForUser(services: Services, user: User, code: string, name: string | null): { Status: 'SUCCESS' } {
  refuseExternal(user, 'set up MFA');
  const secret = services.mfa.pendingSecret(user.id);
  if (secret === undefined) throw noSoftwareToken();
  const step = proveTotp(services, user, { secret, lastStep: 0 }, code, wrongFirstCode);
  services.mfa.putToken(user.id, { secret, name, lastStep: step });
  return { Status: 'SUCCESS' };
}

/** Throws NotAuthorizedException for a session that does not wait for this setup. */
export function associateInSession(services: Services, session: string): { SecretCode: string; Session: string } {
  const { step, replace } = setUpOf(services, session);
  const SecretCode = newTotpSecret(services.world);
  return { SecretCode, Session: replace({ ...step, token: { secret: SecretCode, isVerified: false } }) };
}

export function verifyInSession(
  services: Services,
  session: string,
  code: string,
  name: string | null,
): { Status: 'SUCCESS'; Session: string } {
  const { step, user, replace } = setUpOf(services, session);
  const { token } = step;
  if (!token || token.isVerified) throw invalidSession();
  const { secret } = token;
  const lastStep = proveTotp(services, user, { secret, lastStep: 0 }, code, wrongFirstCode);
  // The app is registered from here on, even if the sign-in is never finished.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.verify-registers
  const register = () => services.mfa.putToken(user.id, { secret, name, lastStep });
  return { Status: 'SUCCESS', Session: replace({ ...step, token: { secret, isVerified: true } }, register) };
}

type SetUp = StepAt<'MFA_SETUP'>;

function setUpOf(services: Services, session: string) {
  const { client, pending } = findClientsSession(services, session);
  // Only `advance`, sign-up-session.ts and this file write sessions.
  const step = pending.step as Step;
  const user = services.users.byId(pending.userId);
  if (step.at !== 'MFA_SETUP' || !step.canSetUp.includes('SOFTWARE_TOKEN_MFA')) throw invalidSession();
  if (user?.credential !== pending.credential) throw invalidSession();
  if (!user.enabled) throw userDisabled();
  const replace = (next: SetUp, also: () => void = () => undefined): string =>
    services.transaction(() => {
      if (!pending.forget()) throw invalidSession();
      also();
      return openSession(services, client, user, next);
    });
  return { step, user, replace };
}
