import type { Cognito } from '../aws/cognito.ts';
import type { Request } from '../call/request.ts';
import { AuthError } from '../errors/auth-error.ts';
import { signedIn } from '../sign-in/access-token.ts';

/**
 * Refuses users who have proven neither an e-mail address nor a phone number: their accounts cost nothing to make. An
 * access token does not tell, so Cognito is asked.
 * @throws AuthError `FORBIDDEN`, `ACCESS_TOKEN_REQUIRED`.
 */
export async function requireProvenAddress(cognito: Cognito, request: Request): Promise<void> {
  const { UserAttributes = [] } = await cognito.send('GetUser', { AccessToken: signedIn(request).accessToken });
  if (UserAttributes.some(({ Name, Value }) => Value === 'true' && verified.has(Name))) return;
  throw new AuthError('FORBIDDEN', 'Only users may ask who have confirmed an e-mail address or a phone number.');
}

const verified: ReadonlySet<string | undefined> = new Set(['email_verified', 'phone_number_verified']);
