import type { CompleteWebAuthnRegistrationCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { invalidInput } from './auth-error.ts';
import { isObject } from './reader.ts';

const MAX_CREDENTIAL = 131_072;

/**
 * What a browser made of a passkey, as AppSync hands on an AWSJSON: parsed.
 * @throws AuthError `INVALID_INPUT` where it is no JSON object, or over-long.
 */
export function readCredential(value: unknown): NonNullable<CompleteWebAuthnRegistrationCommandInput['Credential']> {
  if (!isObject(value)) throw invalidInput('credential', '`credential` must be a JSON object.');
  if (JSON.stringify(value).length > MAX_CREDENTIAL) {
    throw invalidInput('credential', `\`credential\` must hold at most ${MAX_CREDENTIAL} characters.`);
  }
  // True because it came as JSON.
  return value as NonNullable<CompleteWebAuthnRegistrationCommandInput['Credential']>;
}
