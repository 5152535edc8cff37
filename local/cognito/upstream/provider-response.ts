import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import { admitFederated, type ProvidedIdentity } from '../federation/admit.ts';
import { type AuthorizationRequest, readAuthorizationRequest } from '../oauth/authorization-request.ts';
import { redirectWithError } from '../oauth/protocol/refusals.ts';
import { redirectWithCode } from '../oauth/redirect-with-code.ts';
import type { Services } from '../services.ts';
import type { IdentityProvider } from '../store/federation/identity-provider-store.ts';
import type { User } from '../store/users/user-store.ts';
import { CognitoError } from '../wire/errors.ts';
import { answerOfIssuer } from './issuer/issuer.ts';
import { refusalOf } from './issuer/refusals.ts';
import { lostPage } from './pending/lost-page.ts';
import { type Pending, takePending } from './pending/pending.ts';
import { answerOfStandIn } from './stand-in/answer.ts';

/**
 * `/oauth2/idpresponse` and `/saml2/idpresponse`, where providers send the user back: on to the application, with a code
 * or an error. A wrong, used, expired or foreign state ends here, since nobody knows to which application it belongs.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoint-idp-responses.html
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.provider-errors
 */
export async function providerResponse(services: Services, http: HttpRequest, params: URLSearchParams): Promise<HttpResponse> {
  const isSaml = http.url.startsWith('/saml2/');
  const [state = null, ...others] = params.getAll(isSaml ? 'RelayState' : 'state');
  const pending = others.length === 0 ? takePending(services, http, state) : undefined;
  const provider = pending && services.identityProviders.find(pending.poolId, pending.provider);
  if (!pending || state === null || (provider && (provider.type === 'SAML') !== isSaml)) return lostPage();
  const request = readAuthorizationRequest(services, new URLSearchParams(pending.query));
  if (!provider) return redirectWithError(request, 'invalid_request', `${pending.provider} is no identity provider any more.`);
  const identity = await identityFrom(services, { request, pending, provider, state, params });
  if ('error' in identity) return redirectWithError(request, identity.error, identity.description);
  const user = await admitted(services, request, identity);
  if (user instanceof CognitoError) return redirectWithError(request, 'invalid_request', user.message);
  return redirectWithCode(services, request, { user, amr: [], provider: provider.name });
}

interface Response {
  readonly request: AuthorizationRequest;
  readonly pending: Pending;
  readonly provider: IdentityProvider;
  readonly state: string;
  readonly params: URLSearchParams;
}

async function identityFrom(services: Services, { pending, provider, state, params }: Response) {
  const { at } = pending;
  if (at.place === 'stand-in') return answerOfStandIn(provider, at, params);
  try {
    return await answerOfIssuer(services, provider, { ...at, state }, params);
  } catch (error) {
    return refusalOf(error, provider, 'answer');
  }
}

async function admitted(
  services: Services,
  { pool, client }: AuthorizationRequest,
  identity: ProvidedIdentity,
): Promise<User | CognitoError> {
  try {
    return await admitFederated(services, pool, client, identity);
  } catch (error) {
    if (error instanceof CognitoError) return error;
    throw error;
  }
}
