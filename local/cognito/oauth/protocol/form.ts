import type { HttpRequest } from '../../../http/http-message.ts';
import { TokenError } from './refusals.ts';

/** The parameters of a POST. Throws TokenError for any other type of content, and for a parameter that is there twice. */
export function readForm({ headers, body }: HttpRequest): URLSearchParams {
  const type = headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded(?:\s*;.*)?$/i.test(type)) throw new TokenError('invalid_request');
  const form = new URLSearchParams(body);
  if (hasTwice(form)) throw new TokenError('invalid_request');
  return form;
}

/** Whether a parameter is there more than once (RFC 6749 §3.1). In linear time: a body may have a hundred thousand. */
export function hasTwice(params: URLSearchParams): boolean {
  return new Set(params.keys()).size < params.size;
}

/** Throws TokenError `invalid_request` if it is missing or empty. */
export function requiredIn(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new TokenError('invalid_request');
  return value;
}
