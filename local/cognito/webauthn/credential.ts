import { CognitoError, invalidParameter } from '../wire/errors.ts';
import { type Input, list, type Member, oneOf, parse, required, string, structure } from '../wire/members.ts';

const base64url = string({ min: 1, max: 65_536, pattern: '[A-Za-z0-9_-]+' });
const envelope = {
  id: required(base64url),
  rawId: required(base64url),
  type: required(oneOf('public-key')),
  authenticatorAttachment: oneOf('platform', 'cross-platform'),
};

const registrationMembers = {
  ...envelope,
  response: required(
    structure({
      clientDataJSON: required(base64url),
      attestationObject: required(base64url),
      transports: list(string({ min: 1, max: 32 }), 16),
    }),
  ),
};
const assertionMembers = {
  ...envelope,
  response: required(
    structure({
      clientDataJSON: required(base64url),
      authenticatorData: required(base64url),
      signature: required(base64url),
      userHandle: string({ max: 128 }),
    }),
  ),
};

/** What a browser returns for a new passkey (RegistrationResponseJSON, WebAuthn Level 3 §5.1.9). */
export type Registration = Input<typeof registrationMembers>;
/** What a browser returns for a passkey that signs in (AuthenticationResponseJSON). */
export type Assertion = Input<typeof assertionMembers>;

export const invalidCredential = (): CognitoError => invalidParameter('Credential data is not valid');

/** Throws InvalidParameterException for any other document. */
export const registrationOf = (document: unknown): Registration => read(structure(registrationMembers), document);

/** Reads the CREDENTIAL of an answer, which is a string of JSON. Throws like `registrationOf`. */
export function assertionOf(credential: string): Assertion {
  return read(structure(assertionMembers), json(credential));
}

/** What the browser has given the authenticator to sign (CollectedClientData, §5.8.1). */
export interface ClientData {
  readonly type: string;
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin?: boolean;
}

const clientData = structure({
  type: required(string()),
  challenge: required(string()),
  origin: required(string()),
  crossOrigin: { read: (value: unknown) => value === true },
});

export function clientDataOf(clientDataJSON: string): ClientData {
  return read(clientData, json(Buffer.from(clientDataJSON, 'base64url').toString('utf8')));
}

/** Cognito has one text for every error in the format, since a user cannot correct it anyway. */
function read<T>(member: Member<T>, document: unknown): T {
  try {
    return parse(member, document);
  } catch (error) {
    if (error instanceof CognitoError) throw invalidCredential();
    throw error;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidCredential();
    throw error;
  }
}
