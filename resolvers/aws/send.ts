import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
import { operation } from '@smithy/core/schema';
import { isThrottled, isUnreachable, NoAnswer, statusOf, UnclearOutcome } from './no-answer.ts';
import type { Answer, Post } from './post.ts';

/** A command of the SDK, such as `new InitiateAuthCommand({ … })`: the part that is used. */
interface Command<Output> {
  readonly input: object;
  /** What the SDK's protocol writes the input and reads the output by. */
  readonly schema?: unknown;
  /** Never called. It tells the type of the output. */
  resolveMiddleware(...args: never): (...args: never) => Promise<{ readonly output: Output }>;
}

interface SendOptions {
  /** For both attempts together. Default: 10 s; the function has 27 s, AppSync gives it 30 s. */
  readonly timeoutMs?: number;
}

/** @typeParam Listed The commands that it takes. Default: all. */
export interface Client<Listed = unknown> {
  /**
   * Sends a command as the SDK's own clients do.
   * @throws The exceptions that they throw, `NoAnswer` and `UnclearOutcome`.
   */
  send<Output>(command: Command<Output> & Listed, options?: SendOptions): Promise<Output>;
}

type Protocol = Pick<InstanceType<typeof AwsJson1_1Protocol>, 'serializeRequest' | 'deserializeResponse'>;
type OperationSchema = Parameters<Protocol['serializeRequest']>[0];
type Context = Parameters<Protocol['serializeRequest']>[2];
export type Request = Awaited<ReturnType<Protocol['serializeRequest']>>;

export interface ClientOptions {
  /** The SDK's serialiser for the service. */
  readonly protocol: Protocol;
  readonly endpoint: URL;
  readonly post: Post;
  /** Whether an operation may be carried out twice. */
  readonly isRepeatable: (operation: string) => boolean;
  /** Signs a request. Default: it is sent unsigned. */
  readonly sign?: ((request: Request, operation: string) => Promise<Request>) | undefined;
  /** Milliseconds from any fixed point. Default: `performance.now`. */
  readonly now?: () => number;
  /** Waits before the second attempt. Default: by the clock. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 100;

/**
 * The SDK's commands and serialiser over a connection of our own, without the SDK's clients: credential chains, endpoint rules and middleware
 * that no function needs and that each start and each call would pay for.
 *
 * A call is sent a second time where it surely was not carried out (there was no connection, or it was throttled), or where it may be carried
 * out twice; never once the time is up.
 */
export function createClient<Listed>(options: ClientOptions): Client<Listed> {
  const { protocol, endpoint, post, isRepeatable, sign } = options;
  const { now = () => performance.now(), pause = sleep } = options;
  // All that the protocol reads of it.
  const context = { endpoint: async () => ({ url: endpoint }) } as unknown as Context;
  return {
    send: async <Output>(command: Command<Output>, { timeoutMs = TIMEOUT_MS }: SendOptions = {}): Promise<Output> => {
      const endsAt = now() + timeoutMs;
      const schema = schemaOf(command);
      const attempt = async (): Promise<Output> => {
        try {
          const request = await protocol.serializeRequest(schema, command.input, context);
          request.headers['host'] = endpoint.host;
          const { headers, body } = sign ? await sign(request, schema.name) : request;
          // True by the schema, which is the command's own.
          return (await read(protocol, schema, await post(headers, body, Math.max(1, endsAt - now())))) as Output;
        } catch (error) {
          throw isUnclear(error) && !isRepeatable(schema.name) ? new UnclearOutcome(schema.name, error) : error;
        }
      };
      try {
        return await attempt();
      } catch (error) {
        const pauseMs = PAUSE_MS * (1 + Math.random());
        if (!canPass(error) || now() + pauseMs >= endsAt) throw error;
        await pause(pauseMs);
      }
      return attempt();
    },
  };
}

function isUnclear(error: unknown): error is Error {
  if (!(error instanceof Error) || isThrottled(error)) return false;
  return error instanceof NoAnswer ? error.sent : statusOf(error) >= 500;
}

/** Whether a second attempt may find better luck. Not after an `UnclearOutcome`. */
function canPass(error: unknown): boolean {
  return error instanceof Error && (isThrottled(error) || isUnreachable(error));
}

function schemaOf({ schema }: Command<unknown>): OperationSchema {
  // The form of every command's schema (StaticOperationSchema).
  const [, namespace, name, traits, input, output] = schema as readonly [9, ...Parameters<typeof operation>];
  return operation(namespace, name, traits, input, output);
}

async function read(protocol: Protocol, schema: OperationSchema, answer: Answer): Promise<unknown> {
  try {
    if (mayBeObject(answer.body)) return await protocol.deserializeResponse(schema, {} as Context, answer);
  } catch (error) {
    // `Unknown` is the SDK's name for an exception that came without one.
    if (error instanceof Error && '$fault' in error && error.name !== 'Unknown') throw error;
  }
  // Without a cause: a parser's message repeats a piece of what it read, which may be a token.
  throw new NoAnswer('The answer is not one of the service.', { sent: true, status: answer.statusCode });
}

/** Nothing, or what begins as a JSON object does. */
function mayBeObject(body: Uint8Array): boolean {
  const first = body.find((byte) => byte > 0x20);
  return first === undefined || first === 0x7b;
}
