import type { Identity, Request } from '../call/request.ts';
import { AuthError } from '../errors/auth-error.ts';

/**
 * The caller's access token and who they are. Cognito's own operations require this token, while AppSync also accepts
 * an ID token.
 * @throws AuthError `ACCESS_TOKEN_REQUIRED`.
 * @see docs/aws-behaviour/appsync.md#appsync.auth.token-kinds
 */
export function signedIn({ accessToken, identity }: Request): { readonly accessToken: string; readonly identity: Identity } {
  if (accessToken === null || identity?.tokenUse !== 'access') {
    throw new AuthError('ACCESS_TOKEN_REQUIRED', 'Send the access token; this is another token.');
  }
  return { accessToken, identity };
}
