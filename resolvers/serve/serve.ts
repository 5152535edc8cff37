import type { Field, Operations } from '../call/operation.ts';
import type { Identity, Request } from '../call/request.ts';
import { exceptionName, type Failure, toFailure } from '../errors/failure.ts';
import { array, integer, isObject, orNull, type Reader, record, string } from '../input/reader.ts';
import { callerAddress } from './caller-address.ts';
import { causeOf } from './cause.ts';
import { type Log, traceOf } from './log.ts';

/** What `invoke.appsync.ts` sends. */
interface Invocation {
  readonly field: string;
  readonly arguments: unknown;
  readonly accessToken?: string | null;
  readonly identity?: Identity | null;
  /** The header `x-forwarded-for`. */
  readonly forwardedFor?: string | readonly string[] | null;
  readonly userAgent?: string | readonly string[] | null;
}

/** The answer to it: the field's value, or what `util.error` needs. */
export type Answer =
  | { readonly data: unknown }
  | {
      readonly error: {
        readonly code: Failure['code'];
        readonly message: string;
        /** Always these four keys, and the further members of some codes. */
        readonly info: Pick<Failure, 'cognito' | 'retryable' | 'field'> & { readonly requestId: string } & Failure['details'];
      };
    };

/** The part of Lambda's context that is used. */
export interface LambdaContext {
  readonly awsRequestId: string;
}

export interface ServeOptions<F extends Field, Context extends { readonly request: Request }> {
  readonly operations: Operations<F, Context>;
  /** What the operations use besides the request. */
  readonly dependencies: Omit<Context, 'request'>;
  readonly log: Log;
  /** Milliseconds from any fixed point. Default: `performance.now`. */
  readonly now?: () => number;
}

/**
 * A Lambda handler. It finds the operation, runs it, and turns the result or error into an answer and one log line. A
 * handler must not have more than two parameters, since Lambda takes a third one for a callback.
 * @see docs/aws-behaviour/lambda.md#lambda.callback-handler
 */
export function serve<F extends Field, Context extends { readonly request: Request }>({
  operations,
  dependencies,
  log,
  now = () => performance.now(),
}: ServeOptions<F, Context>): (event: unknown, lambda: LambdaContext) => Promise<Answer> {
  let coldStart = true;
  return async (event, { awsRequestId: requestId }) => {
    const startedAt = now();
    const call = { field: 'unknown', coldStart };
    coldStart = false;
    const measured = () => ({ ...call, durationMs: now() - startedAt });
    try {
      const invocation = readInvocation(event, 'event');
      const operation = find(operations, invocation.field);
      call.field = invocation.field;
      const data = await operation(invocation.arguments, { ...dependencies, request: toRequest(invocation, requestId) });
      log(measured());
      return { data };
    } catch (error) {
      const { code, message, cognito, retryable, field, details } = toFailure(call.field, error);
      const exception = error instanceof Error ? exceptionName(error) : null;
      log({
        ...measured(),
        code,
        ...(exception && { cognito: exception }),
        ...(traced.has(code) && { error: traceOf(causeOf(error)) }),
      });
      return { error: { code, message, info: { ...details, cognito, retryable, field, requestId } } };
    }
  };
}

/** Failures that no input has caused, or whose cause may be on this side: GPT_FAILED also covers our own faults. */
const traced: ReadonlySet<Failure['code']> = new Set(['INTERNAL', 'UNAVAILABLE', 'GPT_FAILED']);

type AnyOperation = (args: unknown, context: object) => Promise<unknown>;

function find(operations: object, field: string): AnyOperation {
  if (!Object.hasOwn(operations, field)) throw new Error('The field is served by another function.');
  // True by the type of `operations`; AppSync has validated the arguments with the schema.
  return (operations as Readonly<Record<string, AnyOperation>>)[field] as AnyOperation;
}

function toRequest({ accessToken, identity, forwardedFor, userAgent }: Invocation, requestId: string): Request {
  return {
    requestId,
    accessToken: accessToken ?? null,
    identity: identity ?? null,
    sourceIp: callerAddress(forwardedFor ?? null),
    userAgent: [userAgent ?? []].flat()[0] ?? null,
  };
}

/** If a header was sent more than once, AppSync passes a list. */
const header: Reader<string | readonly string[]> = (value, path) => (Array.isArray(value) ? array(string) : string)(value, path);

const readInvocation: Reader<Invocation> = record<Required<Invocation>>({
  field: string,
  arguments: (value, path) => {
    if (!isObject(value)) throw new Error(`${path} must be an object.`);
    return value;
  },
  accessToken: orNull(string),
  identity: orNull(
    record<Identity>({
      sub: string,
      username: string,
      groups: array(string),
      tokenUse: string,
      authTime: orNull(integer),
      acr: orNull(string),
      deviceKey: orNull(string),
    }),
  ),
  forwardedFor: orNull(header),
  userAgent: orNull(header),
});
