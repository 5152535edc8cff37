import { isFromPage } from '../../http/guard.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import { AwsError, type Input, notImplemented, type Service } from './service.ts';

/**
 * The only entrance to the services. It finds the service of a request, and admits the functions, or any program if
 * the service is for programs.
 * @param accessKeyId The access key that only the functions have.
 * @returns undefined for a request that is for none of them.
 */
export function createDoor(
  services: readonly Service[],
  accessKeyId: string,
): (request: HttpRequest) => HttpResponse | undefined {
  return (request) => {
    for (const service of services) {
      const operation = service.operationOf(request);
      if (operation !== undefined) return call(service, operation, request, accessKeyId);
    }
    return undefined;
  };
}

function call(service: Service, name: string, { headers, body }: HttpRequest, accessKeyId: string): HttpResponse {
  const { operations, deniedStatus, isForPrograms = false, succeed, refuse } = service;
  try {
    if (!(isForPrograms ? isSignedByProgram(headers) : isSignedBy(accessKeyId, headers))) {
      const text = 'The security token included in the request is invalid.';
      throw new AwsError('UnrecognizedClientException', text, { status: deniedStatus });
    }
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation === undefined) throw notImplemented(name);
    return succeed(operation(readInput(body)));
  } catch (error) {
    if (error instanceof AwsError) return refuse(error);
    throw error;
  }
}

function isSignedBy(accessKeyId: string, headers: HttpRequest['headers']): boolean {
  return headers['authorization']?.includes(`Credential=${accessKeyId}/`) === true;
}

/** As for the signed operations of the user pools: no page in a browser, and any credentials. */
function isSignedByProgram(headers: HttpRequest['headers']): boolean {
  return !isFromPage({ headers }) && headers['authorization']?.startsWith('AWS4-HMAC-SHA256 ') === true;
}

function readInput(body: string): Input {
  const input = json(body);
  if (isInput(input)) return input;
  throw new AwsError('SerializationException', 'The request body is not a JSON object.');
}

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
