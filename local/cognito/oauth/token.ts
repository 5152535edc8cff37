import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import { CognitoError } from '../wire/errors.ts';
import { authorizationCode } from './grants/authorization-code.ts';
import { clientCredentials } from './grants/client-credentials.ts';
import type { GrantType } from './grants/grant.ts';
import { refreshToken } from './grants/refresh-token.ts';
import { readForm, requiredIn } from './protocol/form.ts';
import { authenticatedClient } from './protocol/oauth-client.ts';
import { TokenError } from './protocol/refusals.ts';
import { json } from './protocol/responses.ts';

const grants = new Map<string, GrantType>([
  ['authorization_code', authorizationCode],
  ['refresh_token', refreshToken],
  ['client_credentials', clientCredentials],
]);

/**
 * `/oauth2/token`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.token-errors
 */
export async function token(services: Services, http: HttpRequest): Promise<HttpResponse> {
  const form = readForm(http);
  const grant = grants.get(requiredIn(form, 'grant_type'));
  if (!grant) throw new TokenError('unsupported_grant_type');
  const client = authenticatedClient(services, http, form);
  try {
    const { IdToken, AccessToken, RefreshToken, ExpiresIn, TokenType } = await grant(services, client, form);
    return json(200, {
      ...(IdToken !== undefined && { id_token: IdToken }),
      access_token: AccessToken,
      ...(RefreshToken !== undefined && { refresh_token: RefreshToken }),
      expires_in: ExpiresIn,
      token_type: TokenType,
    });
  } catch (error) {
    // A trigger that refuses.
    if (error instanceof CognitoError) throw new TokenError('invalid_grant', error.message);
    throw error;
  }
}
