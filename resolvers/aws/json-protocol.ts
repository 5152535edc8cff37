import { NoAnswer } from './no-answer.ts';
import type { Answer } from './post.ts';

/**
 * AWS's JSON protocol: a request is JSON and names its operation in a header, an answer is JSON or an exception.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export interface Protocol {
  readonly version: '1.0' | '1.1';
  /** The first part of the header `x-amz-target`. */
  readonly service: string;
}

/**
 * An input or output of the SDK as it is on the wire. The SDK's types describe it, except that a time is a number of
 * seconds since the epoch, and bytes are Base64.
 */
export type Plain<T> = null extends T // JSON of any form; nothing else of the SDK's may be null
  ? T
  : T extends Date
    ? number
    : T extends Uint8Array
      ? string
      : { [K in keyof T]: Plain<T[K]> };

export function requestHeaders({ version, service }: Protocol, operation: string): Record<string, string> {
  return { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': `${service}.${operation}` };
}

/**
 * The output of an operation, with `$metadata` as the SDK has it.
 * @throws ServiceException that the service answered with. NoAnswer if this is not an answer of the service.
 */
export function readOutput({ statusCode, headers, body }: Answer): Record<string, unknown> {
  const output = parse(body);
  const metadata = { httpStatusCode: statusCode, requestId: headers['x-amzn-requestid'] };
  const isSuccess = statusCode >= 200 && statusCode < 300;
  if (output !== null && isSuccess) return { ...output, $metadata: metadata };
  const name = output && exceptionIn(output, headers);
  // Without a cause: the message of a parser repeats a part of what it read, which may be a token.
  if (!name) throw new NoAnswer('The answer is not one of the service.', { sent: true, status: statusCode });
  const message = output['message'] ?? output['Message'];
  throw new ServiceException(name, typeof message === 'string' ? message : '', metadata);
}

interface Metadata {
  readonly httpStatusCode: number;
  readonly requestId: string | undefined;
}

/** An exception of the service, with the members that those of the SDK have. */
export class ServiceException extends Error {
  readonly $fault: 'client' | 'server';
  readonly $metadata: Metadata;

  constructor(name: string, message: string, metadata: Metadata) {
    super(message);
    this.name = name;
    this.$fault = metadata.httpStatusCode >= 500 ? 'server' : 'client';
    this.$metadata = metadata;
  }
}

/** Null for anything but a JSON object or nothing at all. A member that is null is left out, as the SDK does. */
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

/** `com.amazonaws.service#NotFoundException:http://…` is `NotFoundException`. */
function exceptionIn({ __type, code }: Record<string, unknown>, headers: Answer['headers']): string | undefined {
  const given = [__type, code, headers['x-amzn-errortype']].find((name) => typeof name === 'string' && name !== '');
  return String(given ?? '').split(/[,:]/)[0]?.split('#').at(-1);
}
