import { NoAnswer } from './no-answer.ts';
import type { Answer } from './post.ts';

/** The request headers that name the operation. */
export type Protocol = (operation: string) => Record<string, string>;

/**
 * AWS's JSON protocol, in which a header names the operation.
 * @param service The first part of the header `x-amz-target`.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function jsonProtocol(version: '1.0' | '1.1', service: string): Protocol {
  return (operation) => ({ 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': `${service}.${operation}` });
}

/**
 * The REST protocol, in which the path of the endpoint names the operation.
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const restJsonProtocol: Protocol = () => ({ 'content-type': 'application/json' });

/**
 * An input or output of the SDK as it is on the wire. The SDK's types describe it, except that times are numbers of
 * seconds since the epoch, and bytes are Base64.
 */
export type Plain<T> = null extends T // JSON of any form; nothing else in the SDK may be null
  ? T
  : T extends Date
    ? number
    : T extends Uint8Array
      ? string
      : { [K in keyof T]: Plain<T[K]> };

/**
 * The output of an operation, with `$metadata` as in the SDK.
 * @throws ServiceException that the service answered with. NoAnswer if this is not an answer of the service.
 */
export function readOutput({ statusCode, headers, body }: Answer): Record<string, unknown> {
  const output = parse(body);
  const metadata = { httpStatusCode: statusCode, requestId: headers['x-amzn-requestid'] };
  const isSuccess = statusCode >= 200 && statusCode < 300;
  if (output !== null && isSuccess) return { ...output, $metadata: metadata };
  const name = output && exceptionIn(output, headers);
  // Without a cause, since the message of a parser quotes part of its input, which may be a token.
  if (!name) throw new NoAnswer('The answer is not one of the service.', { sent: true, status: statusCode });
  const message = output['message'] ?? output['Message'];
  throw new ServiceException(name, typeof message === 'string' ? message : '', metadata);
}

interface Metadata {
  readonly httpStatusCode: number;
  readonly requestId: string | undefined;
}

/** An exception of the service, with the same members as in the SDK. */
class ServiceException extends Error {
  readonly $fault: 'client' | 'server';
  readonly $metadata: Metadata;

  constructor(name: string, message: string, metadata: Metadata) {
    super(message);
    this.name = name;
    this.$fault = metadata.httpStatusCode >= 500 ? 'server' : 'client';
    this.$metadata = metadata;
  }
}

/** Null for anything but a JSON object or an empty body. Members that are null are left out, as in the SDK. */
function parse(body: Uint8Array): Record<string, unknown> | null {
  const text = new TextDecoder().decode(body).trim();
  if (text === '') return {};
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text, (_, value: unknown) => value ?? undefined);
  } catch {
    return null;
  }
}

/** For example, `com.amazonaws.service#NotFoundException:http://…` is `NotFoundException`. */
function exceptionIn({ __type, code }: Record<string, unknown>, headers: Answer['headers']): string | undefined {
  const given = [__type, code, headers['x-amzn-errortype']].find((name) => typeof name === 'string' && name !== '');
  return String(given ?? '')
    .split(/[,:]/)[0]
    ?.split('#')
    .at(-1);
}
