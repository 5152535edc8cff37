/** A request as the local services see it: header names in lower case, and the whole body. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, beginning with `/`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where `upload` has it. */
  readonly body: string;
  /** The body of a PUT that has not been read yet, on a port that takes uploads. */
  readonly upload?: AsyncIterable<Uint8Array>;
  /** The caller's address. */
  readonly remoteAddress: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

/** The path of a request without its query, which may hold secrets. */
export function pathOf({ url }: Pick<HttpRequest, 'url'>): string {
  return url.split('?', 1)[0] ?? '';
}
