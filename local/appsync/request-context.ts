import type { HttpRequest } from '../http.ts';

/** The addresses on the way: those that proxies wrote, then the peer's (AppSync, `ctx.identity.sourceIp`). */
export function sourceIp({ headers, remoteAddress }: HttpRequest): string[] {
  const forwarded = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  return [...forwarded.filter((address) => address !== ''), remoteAddress];
}

/** `ctx.request`: what the client sent, without cookies, and with what the load balancer in front of AppSync adds. */
export function requestContext(request: HttpRequest): {
  readonly headers: Readonly<Record<string, string>>;
  readonly domainName: null;
} {
  const { cookie: _dropped, ...headers } = request.headers;
  return {
    headers: { ...headers, 'x-forwarded-for': sourceIp(request).join(', '), 'x-forwarded-proto': 'http' },
    domainName: null,
  };
}
