import type { HttpHandler, HttpRequest, HttpResponse } from './http-message.ts';

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Refuses a request that is not addressed to this machine by name. A hostile page can point its own domain to 127.0.0.1
 * (DNS rebinding) and would then count as same-origin, but its `Host` header reveals it.
 */
export function onlyLoopback(handler: HttpHandler): HttpHandler {
  return async (request) =>
    loopbackHost.test(request.headers['host'] ?? '')
      ? handler(request)
      : refuse(403, 'This server answers to localhost, 127.0.0.1 and [::1] only.');
}

/**
 * Refuses requests that a page of another site sends or embeds: only the developer and programs on this machine may
 * read the messages. Following a link to a page is allowed.
 */
export function onlySameSite(handler: HttpHandler): HttpHandler {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, 'Only GET is answered here.', { allow: 'GET, HEAD' });
    // Browsers send Sec-Fetch-Site to loopback, and pages cannot forge it (https://www.w3.org/TR/fetch-metadata/). Other
    // programs send none.
    const site = request.headers['sec-fetch-site'];
    if (site === undefined || site === 'same-origin' || site === 'none' || isNavigation(request)) return handler(request);
    return refuse(403, 'A page of another site may not read this.');
  };
}

/**
 * Refuses a POST from a page of another origin, and from a form. A form cannot send JSON, and a page of another origin
 * needs a preflight for it, which is never granted.
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

/** Whether a page in a browser sent the request. Browsers mark such requests, and pages cannot remove the marks. */
export function isFromPage({ headers }: Pick<HttpRequest, 'headers'>): boolean {
  return headers['origin'] !== undefined || (headers['sec-fetch-site'] ?? 'none') !== 'none';
}

function isNavigation({ headers }: HttpRequest): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: `${text}\n` };
}
