import type { Passkey } from '../store/factors/passkey-store.ts';
import { incorrectCredentials } from '../wire/errors.ts';
import { type Assertion, clientDataOf } from './credential.ts';
import { isOriginAllowed } from './relying-party.ts';

export interface Expected {
  readonly challenge: string;
  readonly relyingPartyId: string;
  /** The user's id at the authenticator. */
  readonly userHandle: string;
  readonly requireUserVerification: boolean;
}

interface Proof {
  readonly signCount: number;
  readonly userVerified: boolean;
  /** Whether the key may leave its authenticator, to be synchronised between a person's devices. */
  readonly synchronised: boolean;
}

/**
 * Checks that the passkey has signed this challenge, for this relying party and on one of its pages (WebAuthn Level 3
 * §7.2). Throws NotAuthorizedException, which does not say what was wrong.
 */
export async function verifyAssertion(assertion: Assertion, passkey: Passkey, expected: Expected): Promise<Proof> {
  const { origin, crossOrigin } = clientDataOf(assertion.response.clientDataJSON);
  const { userHandle } = assertion.response;
  if (!isOriginAllowed(origin, expected.relyingPartyId) || crossOrigin) throw incorrectCredentials();
  if (assertion.id !== passkey.credentialId || (userHandle && userHandle !== expected.userHandle)) throw incorrectCredentials();
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      id: assertion.id,
      rawId: assertion.rawId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: assertion.response.clientDataJSON,
        authenticatorData: assertion.response.authenticatorData,
        signature: assertion.response.signature,
      },
    },
    expectedChallenge: expected.challenge,
    expectedOrigin: origin,
    expectedRPID: expected.relyingPartyId,
    requireUserVerification: expected.requireUserVerification,
    credential: { id: passkey.credentialId, publicKey: Buffer.from(passkey.publicKey), counter: passkey.signCount },
  }).catch((): never => {
    // Whatever the library throws is a refusal: another challenge, another relying party, a lower count, or an invalid
    // signature.
    throw incorrectCredentials();
  });
  if (!verified) throw incorrectCredentials();
  return {
    signCount: authenticationInfo.newCounter,
    userVerified: authenticationInfo.userVerified,
    synchronised: authenticationInfo.credentialDeviceType === 'multiDevice',
  };
}
