import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import { oauthClient } from './protocol/oauth-client.ts';
import { PageError, redirectTo, refusalInBrowser } from './protocol/refusals.ts';
import { endSsoSession } from './sso-session.ts';

/**
 * `/logout`: ends the browser's session and goes on to a sign-out URL of the client, or to the sign-in page. Tokens stay
 * valid. The session ends even if there is nowhere to go.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.logout
 */
export async function logout(services: Services, http: HttpRequest, params: URLSearchParams): Promise<HttpResponse> {
  const { client, pool } = oauthClient(services, params);
  const cookie = endSsoSession(services, pool.id, http);
  const response = onwards();
  return { ...response, headers: { ...response.headers, 'set-cookie': cookie } };

  function onwards(): HttpResponse {
    const { LogoutURLs = [], CallbackURLs = [] } = client.settings;
    const [logoutUri, ...others] = params.getAll('logout_uri');
    if (logoutUri && others.length === 0 && LogoutURLs.includes(logoutUri)) return redirectTo(logoutUri);
    const [redirectUri, ...more] = params.getAll('redirect_uri');
    if (logoutUri || !redirectUri || !params.get('response_type')) {
      const text = logoutUri
        ? 'The application is not registered with this sign-out URL.'
        : 'The link of the application is incomplete.';
      return refusalInBrowser(new PageError(logoutUri ? 'redirect_mismatch' : 'Required parameters missing', text, client.id));
    }
    if (more.length > 0 || !CallbackURLs.includes(redirectUri)) {
      const text = 'The application is not registered with this redirect URI.';
      return refusalInBrowser(new PageError('redirect_mismatch', text, client.id));
    }
    return redirectTo(`/login?${params}`);
  }
}
