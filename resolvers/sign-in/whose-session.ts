import type { AppClient } from '../aws/app-client.ts';
import type { Cognito } from '../aws/cognito.ts';
import { AuthError } from '../errors/auth-error.ts';
import { sessionExpired } from '../errors/outcomes.ts';
import type { ResolversTypes } from '../generated/schema.ts';

/**
 * Cognito signs in the owner of a session of `confirmSignUp`, even if the call has another user name. Such a call would
 * sign in a user that the caller did not ask for, so it is refused.
 * @throws AuthError `SESSION_EXPIRED`, as for an unknown session.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.sign-up
 */
export async function refuseAnothersSession(
  result: ResolversTypes['AuthResult'],
  username: string,
  { cognito, client }: { readonly cognito: Cognito; readonly client: AppClient },
): Promise<void> {
  const names = result.__typename === 'Tokens' ? namesIn(result.idToken) : [result.username];
  // Aliases are not told in a challenge, which leads to no tokens for a name that is not its own.
  const isToldAll = result.__typename === 'Tokens' || !/^\+|@/.test(username);
  if (!isToldAll || names === null || names.some((name) => name.toLowerCase() === username.toLowerCase())) return;
  if (result.__typename === 'Tokens' && result.refreshToken) {
    await cognito.send('RevokeToken', { ...client.forToken, Token: result.refreshToken });
  }
  const { code, message, field } = sessionExpired;
  throw new AuthError(code, message, { field });
}

/** All that a user signs in by. Cognito has just made the token, so that it is only read here. */
function namesIn(idToken: string): string[] | null {
  try {
    const claims: Readonly<Record<string, unknown>> = JSON.parse(
      Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString(),
    );
    const names = ['cognito:username', 'sub', 'email', 'phone_number', 'preferred_username'];
    return names.flatMap((name) => (typeof claims[name] === 'string' ? [claims[name]] : []));
  } catch {
    return null;
  }
}
