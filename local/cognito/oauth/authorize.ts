import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import type { IdentityProvider } from '../store/federation/identity-provider-store.ts';
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.ts';
import { redirectTo, redirectWithError } from './protocol/refusals.ts';
import { redirectWithCode } from './redirect-with-code.ts';
import { type SsoSignIn, ssoSignIn } from './sso-session.ts';

/** The step to an external provider, which a folder above takes. */
export type BeginAtProvider = (
  services: Services,
  http: HttpRequest,
  request: AuthorizationRequest,
  provider: IdentityProvider,
) => Promise<HttpResponse>;

/**
 * `/oauth2/authorize`: straight back to the application for a user whom this browser has signed in before, otherwise to
 * the provider that the request names, or to the pages with the same parameters.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.prompt
 */
export async function authorize(
  services: Services,
  http: HttpRequest,
  params: URLSearchParams,
  beginAtProvider: BeginAtProvider,
): Promise<HttpResponse> {
  const request = readAuthorizationRequest(services, params);
  const known = request.prompt.includes('login') ? undefined : ssoSignIn(services, request.client, http);
  if (known && suits(request, known)) {
    const { user, session } = known;
    const authTime = Math.floor(session.createdAt / 1000);
    return redirectWithCode(services, request, { user, amr: session.amr, provider: session.provider, authTime });
  }
  if (request.prompt.includes('none')) return redirectWithError(request, 'login_required', 'The user is not signed in.');
  const provider = services.identityProviders.find(request.pool.id, request.identityProvider ?? '');
  if (provider) return beginAtProvider(services, http, request, provider);
  return redirectTo(`/login?${request.query}`);
}

/** A request for one provider is not satisfied by a sign-in with another. */
function suits({ client, identityProvider, prompt }: AuthorizationRequest, { session }: SsoSignIn): boolean {
  const provider = session.provider ?? 'COGNITO';
  // The provider itself asks for an account or for consent.
  if (session.provider !== null && (prompt.includes('select_account') || prompt.includes('consent'))) return false;
  const isSupported = client.settings.SupportedIdentityProviders?.includes(provider) ?? false;
  return isSupported && (identityProvider === undefined || identityProvider === provider);
}
