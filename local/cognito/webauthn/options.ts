import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';
import type { Passkey } from '../store/factors/passkey-store.ts';
import type { User } from '../store/users/user-store.ts';
import { algorithms } from './registration.ts';
import type { RelyingParty } from './relying-party.ts';

/** A random challenge, base64url. */
export function newChallenge({ world }: Pick<Services, 'world'>): string {
  return world.randomBytes(32).toString('base64url');
}

export function challengeHash(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}

/** The user's id at the authenticator: their sub, which reveals nothing about them. */
export function userHandleOf({ sub }: Pick<User, 'sub'>): string {
  return Buffer.from(sub).toString('base64url');
}

/** The PublicKeyCredentialCreationOptionsJSON of StartWebAuthnRegistration, with Cognito's members and no others. */
export function creationOptions(
  { id, userVerification }: RelyingParty,
  user: User,
  passkeys: readonly Passkey[],
  challenge: string,
) {
  return {
    rp: { id, name: id },
    user: { id: userHandleOf(user), name: user.username, displayName: user.username },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: 60_000,
    excludeCredentials: passkeys.map(({ credentialId }) => ({ type: 'public-key', id: credentialId })),
    authenticatorSelection: { requireResidentKey: true, residentKey: 'required', userVerification },
  };
}

/** The PublicKeyCredentialRequestOptionsJSON of the challenge WEB_AUTHN. */
export function requestOptions({ id, userVerification }: RelyingParty, passkeys: readonly Passkey[], challenge: string) {
  return {
    challenge,
    timeout: 180_000,
    rpId: id,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ type: 'public-key', id: credentialId, transports })),
    userVerification,
  };
}
