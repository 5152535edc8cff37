import { type HttpRequest, type HttpResponse, pathOf } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import { authorize, type BeginAtProvider } from './authorize.ts';
import { errorPage } from './error-page.ts';
import { logout } from './logout.ts';
import { refusalInBrowser } from './protocol/refusals.ts';
import { refusalOfProgram } from './protocol/responses.ts';
import { revoke } from './revoke.ts';
import { token } from './token.ts';
import { userInfo } from './user-info.ts';

interface Endpoint {
  readonly methods: readonly string[];
  readonly answer: (
    services: Services,
    http: HttpRequest,
    params: URLSearchParams,
    beginAtProvider: BeginAtProvider,
  ) => HttpResponse | Promise<HttpResponse>;
  readonly refuse: (error: unknown) => HttpResponse;
  /** Whether pages of applications call it. Otherwise it is only visited. */
  readonly forPages: boolean;
}

const forPages = { refuse: refusalOfProgram, forPages: true };
const visited = { refuse: refusalInBrowser, forPages: false };

/**
 * The endpoints of a pool's domain. All pools share them here; the client of a request tells its pool.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
const endpoints = new Map<string, Endpoint>([
  ['/oauth2/authorize', { methods: ['GET'], answer: authorize, ...visited }],
  ['/oauth2/token', { methods: ['POST'], answer: token, ...forPages }],
  ['/oauth2/userInfo', { methods: ['GET', 'POST'], answer: userInfo, ...forPages }],
  ['/oauth2/revoke', { methods: ['POST'], answer: revoke, ...forPages }],
  ['/logout', { methods: ['GET'], answer: logout, ...visited }],
  ['/error', { methods: ['GET'], answer: errorPage, ...visited }],
]);

export function isForDomain(request: HttpRequest): boolean {
  return endpoints.has(pathOf(request));
}

/** Answers a request that `isForDomain`. Throws only for faults of the server. */
export async function domain(services: Services, http: HttpRequest, beginAtProvider: BeginAtProvider): Promise<HttpResponse> {
  const endpoint = endpoints.get(pathOf(http));
  if (!endpoint) throw new Error('This request is not for the domain.');
  const { methods, answer, refuse } = endpoint;
  if (endpoint.forPages && http.method === 'OPTIONS') return { status: 204, headers: preflight(methods), body: '' };
  const cors = endpoint.forPages ? { 'access-control-allow-origin': '*' } : {};
  if (!methods.includes(http.method)) return { status: 405, headers: { ...cors, allow: methods.join(', ') }, body: '' };
  const response = await answered();
  return { ...response, headers: { ...cors, ...response.headers } };

  async function answered(): Promise<HttpResponse> {
    try {
      return await answer(services, http, queryOf(http), beginAtProvider);
    } catch (error) {
      return refuse(error);
    }
  }
}

/** Pages send the access token to userInfo, and the secret of a client that is none. */
function preflight(methods: readonly string[]): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': [...methods, 'OPTIONS'].join(', '),
    'access-control-allow-headers':
      'authorization, content-type, accept, x-amz-user-agent, amz-sdk-request, amz-sdk-invocation-id',
    'access-control-max-age': '172800',
  };
}

function queryOf(http: HttpRequest): URLSearchParams {
  return new URLSearchParams(http.url.slice(pathOf(http).length));
}
