import { createHash, createPublicKey } from 'node:crypto';
import { CognitoError } from '../wire/errors.ts';
import { type ClientData, invalidCredential, type Registration } from './credential.ts';
import { isOriginAllowed, type RelyingParty } from './relying-party.ts';

/** The COSE algorithms that Cognito accepts (RFC 9053, RFC 8812): ES256 and RS256. */
export const algorithms = [-7, -257] as const;

interface RegisteredKey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
}

/**
 * Checks a new passkey as required by WebAuthn Level 3 §7.1. The caller must check that the challenge is ours. The
 * attestation, which tells who made the authenticator, is ignored, since Cognito does not enforce it.
 */
export async function verifyRegistration(
  registration: Registration,
  clientData: ClientData,
  { id: expectedRPID, userVerification }: RelyingParty,
): Promise<RegisteredKey> {
  if (!isOriginAllowed(clientData.origin, expectedRPID) || clientData.crossOrigin) {
    throw refused('WebAuthnOriginNotAllowedException', "The credential's origin does not align with the relying party ID.");
  }
  // Loaded with the first passkey, since it takes 150 ms.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { decodeAttestationObject, decodeCredentialPublicKey, isoCBOR, parseAuthenticatorData } = await import(
    '@simplewebauthn/server/helpers'
  );
  const authData = attempt(() =>
    decodeAttestationObject(Buffer.from(registration.response.attestationObject, 'base64url')).get('authData'),
  );
  const { rpIdHash, flags, credentialPublicKey } = attempt(() => parseAuthenticatorData(authData));
  if (!createHash('sha256').update(expectedRPID).digest().equals(rpIdHash)) {
    throw refused('WebAuthnRelyingPartyMismatchException', 'The credential belongs to another relying party.');
  }
  const requireUserVerification = userVerification === 'required';
  if (requireUserVerification && !flags.uv) {
    throw refused('WebAuthnCredentialNotSupportedException', 'The authenticator did not verify its user.');
  }
  if (!credentialPublicKey || !isUsable(attempt(() => decodeCredentialPublicKey(credentialPublicKey)))) {
    throw refused('WebAuthnCredentialNotSupportedException', 'The credential has no public key for ES256 or RS256.');
  }
  const attestationObject = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ]);
  const { clientDataJSON } = registration.response;
  const verified = await verifyRegistrationResponse({
    response: {
      id: registration.id,
      rawId: registration.rawId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        // The encoder's type allows neither maps nor unknown values, but it accepts both.
        attestationObject: Buffer.from(isoCBOR.encode(attestationObject as never)).toString('base64url'),
      },
    },
    expectedChallenge: clientData.challenge,
    expectedOrigin: clientData.origin,
    expectedRPID,
    requireUserVerification,
    supportedAlgorithmIDs: [...algorithms],
  }).catch((): never => {
    // Whatever the library throws is a refusal of the credential.
    throw invalidCredential();
  });
  const credential = verified.registrationInfo?.credential;
  if (credential?.id !== registration.id || registration.id.length > longestId) throw invalidCredential();
  return { credentialId: credential.id, publicKey: credential.publicKey, signCount: credential.counter };
}

/** 1023 bytes (§4, Credential ID) in base64url. */
const longestId = 1_364;

/** Whether signatures can be checked with the key: it has the right kind, is on its curve, and is long enough. */
function isUsable(cose: { get(key: number): unknown }): boolean {
  const [kty, alg] = [cose.get(1), cose.get(3)];
  const part = (label: number) => {
    const value = cose.get(label);
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : '';
  };
  try {
    if (kty === 2 && alg === -7 && cose.get(-1) === 1) {
      createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: part(-2), y: part(-3) }, format: 'jwk' });
      return true;
    }
    if (kty !== 3 || alg !== -257) return false;
    const key = createPublicKey({ key: { kty: 'RSA', n: part(-1), e: part(-2) }, format: 'jwk' });
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    // node:crypto throws if the numbers are not a key.
    return false;
  }
}

function attempt<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    // The library's decoders only throw for invalid bytes.
    throw invalidCredential();
  }
}

const refused = (name: `WebAuthn${string}Exception` & CognitoError['name'], message: string) => new CognitoError(name, message);
