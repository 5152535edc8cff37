import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import { hasDomain } from '../pools/domains.ts';
import type { Services } from '../services.ts';
import { bearerOf } from '../tokens/access-token.ts';
import { attributesInScope } from '../tokens/scopes.ts';
import { identitiesAttribute } from '../users/identities.ts';
import { CognitoError } from '../wire/errors.ts';
import { json } from './protocol/responses.ts';

/**
 * `/oauth2/userInfo`: what the scopes of an access token show of its user, all values as texts.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.user-info
 */
export async function userInfo(services: Services, { headers }: HttpRequest): Promise<HttpResponse> {
  const [, accessToken] = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(headers['authorization'] ?? '') ?? [];
  if (accessToken === undefined) return refused(400, 'invalid_request', 'Bad OAuth2 request at UserInfo Endpoint');
  try {
    const { pool, client, user, scopes } = await bearerOf(services, accessToken, null);
    // In AWS, a pool without a domain has no such endpoint.
    if (!hasDomain(services, pool.id)) return invalidToken();
    if (!scopes.includes('openid')) return refused(401, 'invalid_token', 'Access token does not contain openid scope');
    const identities = identitiesAttribute(user);
    return json(200, {
      sub: user.sub,
      ...(identities !== undefined && { identities }),
      ...attributesInScope(client, user, scopes),
      username: user.username,
    });
  } catch (error) {
    if (error instanceof CognitoError) return invalidToken();
    throw error;
  }
}

function invalidToken(): HttpResponse {
  const description = 'Access token is expired, disabled, or deleted, or the user has globally signed out.';
  return refused(401, 'invalid_token', description);
}

/** Cognito's header has no authentication scheme, though RFC 6750 §3 wants one. */
function refused(status: number, error: string, error_description: string): HttpResponse {
  const header = `error="${error}", error_description="${error_description}"`;
  return json(status, { error, error_description }, { 'www-authenticate': header });
}
