import { type HttpRequest, type HttpResponse, pathOf } from '../../http/http-message.ts';
import { refusalInBrowser } from '../oauth/protocol/refusals.ts';
import { errorPage } from '../pages/page.ts';
import type { Services } from '../services.ts';
import { providerResponse } from './provider-response.ts';
import { standIn } from './stand-in/stand-in.ts';

type Answer = (services: Services, http: HttpRequest, params: URLSearchParams) => HttpResponse | Promise<HttpResponse>;

/**
 * What the domain has for the way to an external provider and back. The paths of the call-backs are Cognito's.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
const endpoints = new Map<string, Answer>([
  ['GET /oauth2/idpresponse', providerResponse],
  ['GET /saml2/idpresponse', providerResponse],
  ['POST /saml2/idpresponse', noSaml],
  ['GET /stand-in', standIn],
  ['POST /stand-in', standIn],
]);

const paths = new Set([...endpoints.keys()].map((endpoint) => endpoint.replace(/^\S+ /, '')));

export function isForUpstream(request: HttpRequest): boolean {
  return paths.has(pathOf(request));
}

/** Answers a request that `isForUpstream`. Throws only for faults of the server. */
export async function upstream(services: Services, http: HttpRequest): Promise<HttpResponse> {
  const path = pathOf(http);
  const answer = endpoints.get(`${http.method} ${path}`);
  if (!answer) return { status: 405, headers: { allow: 'GET, POST' }, body: '' };
  try {
    return await answer(services, http, new URLSearchParams(http.url.slice(path.length)));
  } catch (error) {
    return refusalInBrowser(error);
  }
}

function noSaml(): HttpResponse {
  const text = 'The user pool on this machine reads no SAML responses: a stand-in takes the place of each SAML provider.';
  return errorPage(501, 'This sign-in cannot go on', text);
}
