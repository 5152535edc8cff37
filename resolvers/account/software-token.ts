import { invalidInput } from '../errors/auth-error.ts';
import type { InputMaybe } from '../generated/schema.ts';
import { bounded, isGiven } from '../input/input.ts';
import { type FreshContext, freshlySignedIn } from './fresh-sign-in.ts';

/**
 * Whose authenticator app it is: the signed-in user's, by their access token, or that of a user amid a sign-in, by its
 * session. Just one of them (`API_AssociateSoftwareToken`).
 * @throws AuthError `INVALID_INPUT` for neither and for both, `ACCESS_TOKEN_REQUIRED`, `REAUTHENTICATION_REQUIRED`.
 */
export function tokenOrSession(
  context: FreshContext,
  session: InputMaybe<string>,
): { readonly AccessToken: string } | { readonly Session: string } {
  if (context.request.identity === null) {
    if (!isGiven(session)) throw invalidInput('session', 'Give `session`, or sign in.');
    return { Session: bounded('session', session) };
  }
  if (isGiven(session)) throw invalidInput('session', 'A signed-in user gives no `session`.');
  return { AccessToken: freshlySignedIn(context).accessToken };
}

/**
 * What the QR code for an authenticator app holds. The defaults of the format are Cognito's own: SHA-1, six digits, 30
 * seconds.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.totp
 */
export function otpauthUri(issuer: string, accountName: string | undefined, secretCode: string): string {
  // Not URLSearchParams, whose `+` for a space many apps show as it is.
  const [from, secret] = [encodeURIComponent(issuer), encodeURIComponent(secretCode)];
  const label = accountName === undefined ? from : `${from}:${encodeURIComponent(accountName)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${from}`;
}
