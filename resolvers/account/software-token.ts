import { invalidInput } from '../errors/auth-error.ts';
import type { InputMaybe } from '../generated/schema.ts';
import { bounded, isGiven } from '../input/input.ts';
import { type FreshContext, freshlySignedIn } from './fresh-sign-in.ts';

/**
 * The user whose authenticator app it is: a signed-in user by their access token, or a user during a sign-in by its
 * session. Exactly one of them must be given (`API_AssociateSoftwareToken`).
 * @throws AuthError `INVALID_INPUT` for neither or both, `ACCESS_TOKEN_REQUIRED`, `REAUTHENTICATION_REQUIRED`.
 */
export function tokenOrSession(
  context: FreshContext,
  session: InputMaybe<string>,
): { readonly AccessToken: string } | { readonly Session: string } {
  if (context.request.identity === null) {
    if (!isGiven(session)) throw invalidInput('session', 'Give `session`, or sign in.');
    return { Session: bounded('session', session) };
  }
  if (isGiven(session)) throw invalidInput('session', 'Leave out `session` if the user is signed in.');
  return { AccessToken: freshlySignedIn(context).accessToken };
}

/**
 * The content of the QR code for an authenticator app. Cognito uses the defaults of this format: SHA-1, six digits, 30
 * seconds.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.totp
 */
export function otpauthUri(issuer: string, accountName: string | undefined, secretCode: string): string {
  // Not URLSearchParams, which writes a space as `+`; many apps show that unchanged.
  const [from, secret] = [encodeURIComponent(issuer), encodeURIComponent(secretCode)];
  const label = accountName === undefined ? from : `${from}:${encodeURIComponent(accountName)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${from}`;
}
