import type { HttpResponse } from '../../http/http-message.ts';
import { errorHeaders } from './headers.ts';

/** A request that AppSync refuses before it is a GraphQL operation: a 4xx with an error type and without `data`. */
export class Refusal extends Error {
  readonly status: number;
  readonly errorType: string;

  constructor(status: number, errorType: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.errorType = errorType;
  }
}

export const unauthorized = (message: string): Refusal => new Refusal(401, 'UnauthorizedException', message);
export const malformed = (message: string): Refusal => new Refusal(400, 'MalformedHttpRequestException', message);
export const badRequest = (message: string): Refusal => new Refusal(400, 'BadRequestException', message);

/**
 * AppSync indents its 401 as Jackson does, with the error type first. Its 400 is compact, with the message first.
 * Clients may depend on either, so both are imitated.
 * @see docs/aws-behaviour/appsync.md#appsync.http.refusals
 */
export function toResponse(refusal: Refusal, requestId: string): HttpResponse {
  const type = JSON.stringify(refusal.errorType);
  const message = JSON.stringify(refusal.message);
  const body =
    refusal.status === 401
      ? `{\n  "errors" : [ {\n    "errorType" : ${type},\n    "message" : ${message}\n  } ]\n}`
      : `{"errors":[{"message":${message},"errorType":${type}}]}`;
  return { status: refusal.status, headers: errorHeaders(requestId, refusal.errorType), body };
}
