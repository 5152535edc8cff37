import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { BadRequest } from './body.ts';

interface Asked {
  readonly request: HttpRequest;
  readonly query: URLSearchParams;
}

export type Route = (asked: Asked) => HttpResponse | Promise<HttpResponse>;

/** Finds the handler of a path without a trailing slash; undefined if there is none. */
export type Routes = (path: string) => Route | undefined;

/** A part of a path, percent-decoded. Throws `BadRequest`. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new BadRequest('The name in the path is not percent-encoded UTF-8.', { cause });
  }
}
