import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { HttpResponse } from '../../http/http-message.ts';
import type { AwsError, Protocol } from './service.ts';

/** @see docs/aws-behaviour/dynamodb.md#dynamodb.errors */
const ownExceptions: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'IdempotentParameterMismatchException',
  'ResourceNotFoundException',
  'TransactionCanceledException',
]);

export const dynamoDbProtocol = awsJson({
  target: 'DynamoDB_20120810',
  version: '1.0',
  // Exceptions that all AWS services share belong to another namespace.
  typeOf: (exception) =>
    ownExceptions.has(exception) ? `com.amazonaws.dynamodb.v20120810#${exception}` : `com.amazon.coral.service#${exception}`,
});

export const kmsProtocol = awsJson({ target: 'TrentService', version: '1.1' });

export const secretsProtocol = awsJson({ target: 'secretsmanager', version: '1.1' });

export const logsProtocol = awsJson({ target: 'Logs_20140328', version: '1.1' });

export const sesProtocol = restJson('/v2/email/', { 'POST /v2/email/outbound-emails': 'SendEmail' });

interface AwsJsonOptions {
  /** The part before the operation's name in the header `x-amz-target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** How the service names an exception, if that differs from the exception's own name. */
  readonly typeOf?: (exception: string) => string;
}

/** https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
function awsJson({ target, version, typeOf = (exception) => exception }: AwsJsonOptions): Protocol {
  const prefix = `${target}.`;
  const answer = (status: number, output: object): HttpResponse => {
    const body = JSON.stringify(output);
    // SDKs for DynamoDB verify the checksum if there is one.
    return { status, headers: { ...headers(`application/x-amz-json-${version}`), 'x-amz-crc32': String(crc32(body)) }, body };
  };
  return {
    operationOf: ({ headers: { 'x-amz-target': called } }) =>
      called?.startsWith(prefix) === true ? called.slice(prefix.length) : undefined,
    deniedStatus: 400,
    succeed: (output) => answer(200, output),
    refuse: ({ name, message, status, members }) => answer(status, { __type: typeOf(name), message, ...members }),
  };
}

/**
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 * @param root The path below which every request is for the service.
 * @param routes The operations by method and path.
 */
function restJson(root: string, routes: Readonly<Record<string, string>>): Protocol {
  const type = 'application/json';
  return {
    operationOf({ method, url }) {
      if (!url.startsWith(root)) return undefined;
      const route = `${method} ${url.split('?')[0]}`;
      return routes[route] ?? route;
    },
    deniedStatus: 403,
    succeed: (output) => ({ status: 200, headers: headers(type), body: JSON.stringify(output) }),
    refuse: ({ name, message, status, members }: AwsError) => ({
      status,
      headers: { ...headers(type), 'x-amzn-errortype': name },
      body: JSON.stringify({ message, ...members }),
    }),
  };
}

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-store', 'x-amzn-requestid': randomUUID() };
}
