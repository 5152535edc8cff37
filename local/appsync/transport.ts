import { constants, gzipSync } from 'node:zlib';
import { type HttpHandler, type HttpRequest, type HttpResponse, pathOf } from '../http/http-message.ts';
import type { World } from '../world/world.ts';
import type { Authenticate } from './access/authenticate.ts';
import type { Execute } from './execution/execute.ts';
import { answerHeaders, errorHeaders, preflightHeaders } from './request/headers.ts';
import { readBody, readQueryString } from './request/read-operation.ts';
import { Refusal, toResponse } from './request/refusal.ts';
import { requestIdFrom } from './request/request-id.ts';

/** The longest request body, in bytes. AppSync documents no such limit; its largest document is far smaller. */
export const bodyLimitBytes = 1_048_576;

/**
 * The answer to a body above `bodyLimitBytes`. 413 is this endpoint's own choice.
 * @see docs/aws-behaviour/appsync.md#appsync.http.large-body
 */
export const tooLarge: HttpResponse = toResponse(
  new Refusal(413, 'RequestEntityTooLargeException', 'Request body is too large.'),
  '00000000-0000-4000-8000-000000000000',
);

/** The answer while the server closes, which never happens in AppSync. */
export const unavailable: HttpResponse = toResponse(
  new Refusal(503, 'ServiceUnavailableException', 'The server is shutting down.'),
  '00000000-0000-4000-8000-000000000000',
);

interface TransportOptions {
  readonly authenticate: Authenticate;
  readonly execute: Execute;
  readonly world: World;
  readonly log: (line: string) => void;
}

/**
 * AppSync's HTTP: it reads the request, then checks the credential, then the document. A GET is answered like the POST
 * of the same operation, including mutations. That is safe from pages of other sites, since the credential is a header,
 * which no link, image or form can send.
 * @see docs/aws-behaviour/appsync.md#appsync.http.order
 */
export function createTransport({ authenticate, execute, world, log }: TransportOptions): HttpHandler {
  return async (request) => {
    const requestId = requestIdFrom(world);
    const method = pathOf(request) === '/graphql' ? request.method : 'none';
    if (method === 'OPTIONS') {
      return { status: 200, headers: preflightHeaders(requestId, request.headers['access-control-request-headers']), body: '' };
    }
    if (method !== 'POST' && method !== 'GET') return unknownOperation(requestId);
    try {
      const operation = method === 'GET' ? readQueryString(request.url) : readBody(request.body);
      const caller = await authenticate(request);
      return compressed(request, answerHeaders(requestId), JSON.stringify(await execute(operation, caller, request)));
    } catch (error) {
      if (error instanceof Refusal) return toResponse(error, requestId);
      log(`GraphQL request ${requestId} failed inside the endpoint: ${error instanceof Error ? error.name : typeof error}`);
      return toResponse(new Refusal(500, 'InternalFailure', 'Internal failure.'), requestId);
    }
  };
}

/** AppSync's answer for any path that is not an operation of its service. */
function unknownOperation(requestId: string): HttpResponse {
  const body = '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}';
  return { status: 404, headers: errorHeaders(requestId, 'UnknownOperationException'), body };
}

/**
 * AppSync compresses bodies of 1,000 to 10,000,000 bytes.
 * @see docs/aws-behaviour/appsync.md#appsync.http.compression
 */
function compressed(request: HttpRequest, headers: Readonly<Record<string, string>>, body: string): HttpResponse {
  const size = Buffer.byteLength(body);
  const accepts = /(?:^|,)\s*gzip\s*(?:;\s*q=(?:1|0?\.\d*[1-9])[\d.]*\s*)?(?:,|$)/.test(request.headers['accept-encoding'] ?? '');
  if (!accepts || size < 1_000 || size > 10_000_000) return { status: 200, headers, body };
  // The fastest level: on loopback, better compression costs more time than it saves.
  return {
    status: 200,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(body, { level: constants.Z_BEST_SPEED }),
  };
}
