import type { HttpHandler, HttpRequest, HttpResponse } from './http-message.ts';

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Refuses a request that was not addressed to this machine by name. A hostile page can point its own domain at
 * 127.0.0.1 (DNS rebinding) and would then count as same-origin; its `Host` gives it away.
 */
export function onlyLoopback(handler: HttpHandler): HttpHandler {
  return async (request) =>
    loopbackHost.test(request.headers['host'] ?? '')
      ? handler(request)
      : refuse(403, 'This server answers to localhost, 127.0.0.1 and [::1] only.');
}

/**
 * Refuses what another site's page sends or embeds: only the developer, and programs on this machine, may read the
 * messages. Following a link to a page is fine.
 */
export function onlySameSite(handler: HttpHandler): HttpHandler {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, 'Only GET is answered here.', { allow: 'GET, HEAD' });
    // Browsers send Sec-Fetch-Site to loopback, and no page can forge it (https://www.w3.org/TR/fetch-metadata/); other programs send none.
    const site = request.headers['sec-fetch-site'];
    if (site === undefined || site === 'same-origin' || site === 'none' || isNavigation(request)) return handler(request);
    return refuse(403, 'A page of another site may not read this.');
  };
}

/**
 * Refuses a POST that a browser sends for anybody but the developer's own page: a page of another origin, port or site,
 * and a form. What must be JSON no form can send, and no page of another origin without asking first, which is never
 * answered.
 */
export function onlyOwnPosts(handler: HttpHandler): HttpHandler {
  return async (request) => {
    const { 'sec-fetch-site': site = 'same-origin', origin, host, 'content-type': type = '' } = request.headers;
    if (site !== 'same-origin' || (origin !== undefined && origin !== `http://${host}`))
      return refuse(403, 'Only the page of this server, and programs on this machine, may change anything here.');
    if (!/^application\/json(?:\s*;.*)?$/i.test(type))
      return refuse(415, 'What is sent here must be of content-type application/json.');
    return handler(request);
  };
}

function isNavigation({ headers }: HttpRequest): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: `${text}\n` };
}
