import type { HttpResponse } from '../http/http-message.ts';

/** An answer of the developer's pages, with the headers that all of them have: fixed type, same origin, no sniffing. */
export function respond(
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): HttpResponse {
  return {
    status,
    headers: {
      'content-type': type.startsWith('image/') || type.startsWith('font/') ? type : `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body,
  };
}

export function respondJson(value: unknown, status = 200): HttpResponse {
  return respond('application/json', JSON.stringify(value), {}, status);
}

/** `error` is a word for programs, `message` a sentence for people. */
export function refuseJson(
  status: number,
  error: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return respond('application/json', JSON.stringify({ error, message }), headers, status);
}

export const noSuchPage: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is no such page.\n',
};

export const noSeed: HttpResponse = refuseJson(404, 'NotFound', 'There is no file of seed users; SEED_FILE names one.');
