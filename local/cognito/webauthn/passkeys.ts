import type { Services } from '../services.ts';
import type { Passkey } from '../store/factors/passkey-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { CognitoError } from '../wire/errors.ts';
import type { Registration } from './credential.ts';

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.limit
 */
const mostPasskeys = 20;

/** Throws LimitExceededException if the user already has the maximum number of passkeys. */
export function refuseAnotherPasskey(passkeys: readonly Passkey[]): void {
  if (passkeys.length < mostPasskeys) return;
  throw new CognitoError('LimitExceededException', `A user can have at most ${mostPasskeys} passkeys.`);
}

/**
 * Cognito invents a name. This text is our own.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.friendly-name
 */
export function nameOf({ authenticatorAttachment }: Registration, passkeys: readonly Passkey[]): string {
  const kind = authenticatorAttachment === 'cross-platform' ? 'Security key' : 'Passkey';
  return `${kind} ${passkeys.length + 1}`;
}

/** The passkeys that the user can sign in with. Those of another relying party cannot be used. */
export function usablePasskeys({ passkeys }: Pick<Services, 'passkeys'>, pool: UserPool, user: Pick<User, 'id'>): Passkey[] {
  const id = pool.settings.WebAuthnRelyingPartyID;
  return passkeys.ofUser(user.id).filter(({ relyingPartyId }) => relyingPartyId === id);
}
