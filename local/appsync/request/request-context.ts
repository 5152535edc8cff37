import type { HttpRequest } from '../../http/http-message.ts';

/** Stands for the address of AppSync's edge, which AppSync appends to `x-forwarded-for`. */
const edge = '127.0.0.1';

/**
 * The addresses that the request came through: those in the header, then the caller's own (AppSync,
 * `ctx.identity.sourceIp`).
 * @see docs/aws-behaviour/appsync.md#appsync.http.forwarded-for
 */
export function sourceIp({ headers, remoteAddress }: HttpRequest): string[] {
  const forwarded = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  return [...forwarded.filter((address) => address !== ''), remoteAddress];
}

/** `ctx.request`: what the client sent, without cookies, and the headers that the edge and the load balancer add. */
export function requestContext(request: HttpRequest): {
  readonly headers: Readonly<Record<string, string>>;
  readonly domainName: null;
} {
  const { cookie: _dropped, ...headers } = request.headers;
  return {
    headers: { ...headers, 'x-forwarded-for': [...sourceIp(request), edge].join(', '), 'x-forwarded-proto': 'http' },
    domainName: null,
  };
}
