import type { HttpResponse } from '../../../http/http-message.ts';
import { TokenError } from './refusals.ts';

/** Tokens and personal data: nobody may keep them (RFC 6749 §5.1). */
const headers = {
  'content-type': 'application/json;charset=UTF-8',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
  'x-content-type-options': 'nosniff',
};

export function json(status: number, body: object, more: Readonly<Record<string, string>> = {}): HttpResponse {
  return { status, headers: { ...headers, ...more }, body: JSON.stringify(body) };
}

/** The answer to a TokenError. Throws any other error. */
export function refusalOfProgram(error: unknown): HttpResponse {
  if (!(error instanceof TokenError)) throw error;
  return json(400, { error: error.error, ...(error.description !== undefined && { error_description: error.description }) });
}
