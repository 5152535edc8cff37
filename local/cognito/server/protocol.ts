import { randomUUID } from 'node:crypto';
import { storageFault } from '../../data/storage-fault.ts';
import { isFromPage } from '../../http/guard.ts';
import { type HttpHandler, type HttpRequest, type HttpResponse, pathOf } from '../../http/http-message.ts';
import type { Action } from '../action.ts';
import * as actions from '../actions/index.ts';
import { isForManagedLogin, managedLogin } from '../managed-login/managed-login.ts';
import { domain, isForDomain } from '../oauth/domain.ts';
import type { Services } from '../services.ts';
import { confirmationPage, isForConfirmation } from '../sign-up/confirmation-page.ts';
import { beginAtProvider } from '../upstream/begin.ts';
import { isForUpstream, upstream } from '../upstream/upstream.ts';
import { isForUpload, upload } from '../user-import/upload.ts';
import { CognitoError, notImplemented, statusOf } from '../wire/errors.ts';
import { type OperationName, operations } from '../wire/operations.ts';
import { wellKnown } from './well-known.ts';

const targetPrefix = 'AWSCognitoIdentityProviderService.';

/**
 * Cognito's wire protocol: AWS JSON 1.1 on `POST /`; each pool's JWKS and discovery document, which browsers may read;
 * the endpoints and pages of its domain; the page that confirms a user by a link; and the upload of a file with users.
 */
export function protocol(services: Services, noticeTime: () => void): HttpHandler {
  const { onInternalError } = services;
  type Answer = (services: Services, request: HttpRequest) => Promise<HttpResponse>;
  const visit = async (answer: Answer, request: HttpRequest, name: string): Promise<HttpResponse> => {
    try {
      noticeTime();
      return await answer(services, request);
    } catch (error) {
      if (storageFault(error) !== undefined) throw error;
      onInternalError(error, name);
      return {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
        body: 'Something went wrong.\n',
      };
    }
  };
  return async (request) => {
    if (isForConfirmation(request)) return visit(confirmationPage, request, 'confirmUser');
    const endpoint = pathOf(request);
    if (isForManagedLogin(request)) return visit(managedLogin, request, endpoint);
    if (isForUpstream(request)) return visit(upstream, request, endpoint);
    if (isForDomain(request)) return visit((...of) => domain(...of, beginAtProvider), request, endpoint);
    if (isForUpload(request)) return upload(services, request);
    if (request.method === 'OPTIONS') return { status: 200, headers: { ...cors, ...preflight }, body: '' };
    if (request.method === 'GET' || request.method === 'HEAD') return wellKnown(services, cors, request.url);
    const target = request.headers['x-amz-target'] ?? '';
    try {
      noticeTime();
      const { name, run } = actionOf(target);
      if (operations[name] === 'iam') requireSignature(request);
      return answer(200, await run(bodyOf(request), services));
    } catch (error) {
      if (error instanceof CognitoError) return refusal(error);
      // The HTTP server answers this in the same way for all services.
      if (storageFault(error) !== undefined) throw error;
      onInternalError(error, target);
      return refusal(new CognitoError('InternalErrorException', 'Something went wrong'));
    }
  };
}

const registry = new Map<string, Action>(Object.entries(actions));

function actionOf(target: string): { name: OperationName; run: Action } {
  const name = target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : '';
  if (!isOperation(name)) throw new CognitoError('UnknownOperationException', 'Unknown operation.');
  const run = registry.get(name);
  if (!run) throw notImplemented(name);
  return { name, run };
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

/**
 * The request must name a signer, as in AWS. The signature itself is not checked, since a laptop has no secret
 * credentials. A program on this machine could read the data directory anyway. A page in its browser could not;
 * browsers mark requests of pages, which may never use the administrator's operations.
 */
function requireSignature({ headers }: HttpRequest): void {
  if (isFromPage({ headers })) {
    throw new CognitoError('AccessDeniedException', 'No page in a browser may call an operation that wants AWS credentials.');
  }
  if (headers['authorization']?.startsWith('AWS4-HMAC-SHA256 ')) return;
  throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
}

function bodyOf({ body }: HttpRequest): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CognitoError('SerializationException', 'The request body is not JSON.');
    throw error;
  }
}

function refusal({ name, message }: CognitoError): HttpResponse {
  const response = answer(statusOf(name), { __type: name, message });
  // A header is one line of printable ASCII, and clients refuse long ones (Node: 16 kB in total). The body has the full
  // text.
  // @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.error-headers
  const line = message.slice(0, 1_024).replaceAll(/[^\x20-\x7e]/g, ' ');
  const headers = { 'x-amzn-errortype': `${name}:`, 'x-amzn-errormessage': line };
  return { ...response, headers: { ...response.headers, ...headers } };
}

function answer(status: number, output: object): HttpResponse {
  const headers = { ...cors, 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() };
  return { status, headers, body: JSON.stringify(output, epochSeconds) };
}

/**
 * Timestamps in awsJson are numbers. A replacer already gets a Date as a string, so this looks at its parent object.
 */
function epochSeconds(this: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  const original = this[name];
  return original instanceof Date ? original.getTime() / 1000 : value;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

const preflight = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  // This does not cover `authorization`, which no operation for pages uses.
  'access-control-allow-headers': '*',
  'access-control-max-age': '172800',
};
