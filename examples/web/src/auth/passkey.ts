import { ApiError } from './api-error.ts';

/** Whether this browser supports passkeys in JSON (WebAuthn Level 3). */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** The browser makes a passkey: `startWebAuthnRegistration` in, the answer for `completeWebAuthnRegistration` out. */
export function makePasskey(creationOptions: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(creationOptions));
  return asJson(navigator.credentials.create({ publicKey }));
}

/** The browser signs with a passkey: `WebAuthnChallenge.credentialRequestOptions` in, the answer's `credential` out. */
export function usePasskey(requestOptions: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(requestOptions));
  return asJson(navigator.credentials.get({ publicKey }));
}

const cancelled = () => new ApiError('CANCELLED', 'No passkey was used. You can try again, or choose another way.');

async function asJson(asked: Promise<Credential | null>): Promise<string> {
  try {
    const credential = await asked;
    if (!(credential instanceof PublicKeyCredential)) throw cancelled();
    return JSON.stringify(credential.toJSON());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'InvalidStateError')
      throw new ApiError('PASSKEY_EXISTS', 'This device already holds a passkey for your account.', { cause: error });
    // The user closed the dialog, waited too long, or has no passkey. Browsers do not reveal which.
    throw cancelled();
  }
}
