import type { CompleteWebAuthnRegistrationCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { invalidInput } from '../errors/auth-error.ts';
import { isObject } from '../input/reader.ts';

const MAX_CREDENTIAL = 131_072;
/** A browser's credential has three levels, and its extensions may add some. */
const MAX_LEVELS = 32;

/**
 * The credential that a browser made with a passkey. AppSync passes an AWSJSON already parsed.
 * @throws AuthError `INVALID_INPUT` if it is not a JSON object, too long, or nested too deeply.
 * @see docs/aws-behaviour/appsync.md#appsync.scalars.json
 */
export function readCredential(value: unknown): NonNullable<CompleteWebAuthnRegistrationCommandInput['Credential']> {
  if (!isObject(value)) throw invalidInput('credential', '`credential` must be a JSON object.');
  // Checked first, since serialising it is recursive and could exhaust the stack.
  if (!hasAtMost(MAX_LEVELS, value)) {
    throw invalidInput('credential', `\`credential\` must have at most ${MAX_LEVELS} levels of objects and lists.`);
  }
  if (JSON.stringify(value).length > MAX_CREDENTIAL) {
    throw invalidInput('credential', `\`credential\` must have at most ${MAX_CREDENTIAL} characters.`);
  }
  // The cast is right because the value came as JSON.
  return value as NonNullable<CompleteWebAuthnRegistrationCommandInput['Credential']>;
}

function hasAtMost(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((item) => hasAtMost(levels - 1, item));
}
