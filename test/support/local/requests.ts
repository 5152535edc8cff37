import type { HttpRequest } from '../../../local/http/http-message.ts';

/** A GET as `curl` sends it, unless told otherwise. */
export function request(url: string, headers: Record<string, string> = {}, changes: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url,
    headers: { host: 'localhost:4000', ...headers },
    body: '',
    remoteAddress: '127.0.0.1',
    ...changes,
  };
}
