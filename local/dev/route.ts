import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { BadRequest } from './body.ts';

interface Asked {
  readonly request: HttpRequest;
  readonly query: URLSearchParams;
}

export type Route = (asked: Asked) => HttpResponse | Promise<HttpResponse>;

/** Who answers a path, which has no slash at its end; undefined is nobody. */
export type Routes = (path: string) => Route | undefined;

/** A part of a path as it was before it was percent-encoded. Throws `BadRequest`. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new BadRequest('The name in the path is not percent-encoded UTF-8.', { cause });
  }
}
