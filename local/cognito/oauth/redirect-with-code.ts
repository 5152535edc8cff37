import type { HttpResponse } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import type { User } from '../store/users/user-store.ts';
import { tokenChanges } from '../triggers/token-generation.ts';
import { CognitoError } from '../wire/errors.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { issueCode } from './grants/codes.ts';
import { redirect, redirectWithError } from './protocol/refusals.ts';
import { beginSsoSession } from './sso-session.ts';

export interface BrowserSignIn {
  readonly user: User;
  /** What the user has proven, as in the claim. */
  readonly amr: readonly string[];
  /** The identity provider; null for a user of the pool itself. */
  readonly provider: string | null;
  /** Seconds since the epoch. Default: now, which begins a session of the browser. */
  readonly authTime?: number;
}

/**
 * The end of a sign-in in a browser: back to the application with a code. PreTokenGeneration runs here, so that its
 * refusal reaches the application too.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.hosted-trigger
 */
export async function redirectWithCode(
  services: Services,
  request: AuthorizationRequest,
  { user, amr, provider, authTime }: BrowserSignIn,
): Promise<HttpResponse> {
  const { pool, client, scopes } = request;
  try {
    const changes = await tokenChanges(services, pool, 'HostedAuth', user, { clientId: client.id }, scopes);
    const { code, cookie } = services.transaction(() => ({
      code: issueCode(services, client.id, user.id, {
        redirectUri: request.redirectUri,
        codeChallenge: request.codeChallenge ?? null,
        nonce: request.nonce ?? null,
        scopes,
        provider,
        resource: request.resource ?? null,
        amr,
        authTime: authTime ?? Math.floor(services.world.now() / 1000),
        credential: user.credential,
        generation: user.generation,
        changes,
      }),
      cookie: authTime === undefined ? beginSsoSession(services, client, user, { amr, provider }) : undefined,
    }));
    const response = redirect(request, { code });
    return cookie === undefined ? response : { ...response, headers: { ...response.headers, 'set-cookie': cookie } };
  } catch (error) {
    if (error instanceof CognitoError) return redirectWithError(request, 'invalid_request', error.message);
    throw error;
  }
}
