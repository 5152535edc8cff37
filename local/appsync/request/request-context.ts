import type { HttpRequest } from '../../http/http-message.ts';

/** Stands for the address of the edge that AppSync is behind, by which it adds its own line to `x-forwarded-for`. */
const edge = '127.0.0.1';

/**
 * The addresses on the way: those that the caller wrote, then the caller's own (AppSync, `ctx.identity.sourceIp`).
 * @see docs/aws-behaviour/appsync.md#appsync.http.forwarded-for
 */
export function sourceIp({ headers, remoteAddress }: HttpRequest): string[] {
  const forwarded = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  return [...forwarded.filter((address) => address !== ''), remoteAddress];
}

/**
 * `ctx.request`: what the client sent, without cookies, and with what the edge and the load balancer in front of
 * AppSync add.
 */
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
