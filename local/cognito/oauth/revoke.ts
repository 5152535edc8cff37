import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import { revokeRefreshToken } from '../tokens/revocation.ts';
import { CognitoError, type CognitoErrorName } from '../wire/errors.ts';
import { readForm, requiredIn } from './protocol/form.ts';
import { authenticatedClient } from './protocol/oauth-client.ts';
import { TokenError, type TokenErrorCode } from './protocol/refusals.ts';
import { json } from './protocol/responses.ts';

/**
 * `/oauth2/revoke`, like the operation RevokeToken. The body of a success is empty.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.revoke
 */
export async function revoke(services: Services, http: HttpRequest): Promise<HttpResponse> {
  const form = readForm(http);
  const { client } = authenticatedClient(services, http, form);
  try {
    revokeRefreshToken(services, client, requiredIn(form, 'token'));
  } catch (error) {
    const code = error instanceof CognitoError ? errors.get(error.name) : undefined;
    throw code === undefined ? error : new TokenError(code);
  }
  return { ...json(200, {}), body: '' };
}

const errors = new Map<CognitoErrorName, TokenErrorCode>([
  // Revocation is off for the client.
  ['UnsupportedOperationException', 'invalid_request'],
  ['UnsupportedTokenTypeException', 'unsupported_token_type'],
  ['UnauthorizedException', 'unauthorized_client'],
]);
