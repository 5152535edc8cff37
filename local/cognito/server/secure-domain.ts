import type { HttpHandler, HttpRequest, HttpResponse } from '../../http/http-message.ts';
import { isForManagedLogin } from '../managed-login/managed-login.ts';
import { isForDomain } from '../oauth/domain.ts';
import { isForUpstream } from '../upstream/upstream.ts';

/**
 * The domain by TLS: its endpoints and pages alone, as in AWS, and no operations of the API.
 *
 * A browser has one set of cookies for all ports of a host. Those of this port have a prefix that only a server with TLS
 * may use (RFC 6265bis §4.1.3.2), so that the two ports neither read nor overwrite each other's.
 */
export function secureDomain(handle: HttpHandler): HttpHandler {
  return async (request) => {
    if (!isForManagedLogin(request) && !isForUpstream(request) && !isForDomain(request)) return notFound;
    return withSecureCookie(await handle(withOwnCookies(request)));
  };
}

const prefix = '__Host-';

function withOwnCookies(request: HttpRequest): HttpRequest {
  const { cookie = '', ...headers } = request.headers;
  const own = cookie.split(';').flatMap((pair) => {
    const text = pair.trim();
    return text.startsWith(prefix) ? [text.slice(prefix.length)] : [];
  });
  return { ...request, headers: { ...headers, cookie: own.join('; ') } };
}

function withSecureCookie(response: HttpResponse): HttpResponse {
  const cookie = response.headers['set-cookie'];
  if (cookie === undefined) return response;
  return { ...response, headers: { ...response.headers, 'set-cookie': `${prefix}${cookie}; Secure` } };
}

const notFound: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: "Only the endpoints and pages of the pool's domain are here. The user pool's API has http and a port of its own.\n",
};
