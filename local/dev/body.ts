import type { HttpRequest } from '../http/http-message.ts';

/** A request with an invalid body or query; the answer is a 400 with this message. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/**
 * The JSON object of a request, which may have only these members. An empty body is an empty object. Throws
 * `BadRequest`.
 */
export function readBody({ body }: Pick<HttpRequest, 'body'>, ...known: readonly string[]): Readonly<Record<string, unknown>> {
  const value = parse(body.trim() === '' ? '{}' : body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRequest('The body must be a JSON object.');
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new BadRequest(`${JSON.stringify(unknown)} is not known here; there is ${known.join(', ')}.`);
  }
  // JSON.parse creates objects with string keys only.
  return value as Readonly<Record<string, unknown>>;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BadRequest('The body is not JSON.', { cause });
  }
}
