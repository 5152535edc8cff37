import { setTimeout as sleep } from 'node:timers/promises';
import { type Plain, type Protocol, readOutput } from './json-protocol.ts';
import { isThrottled, isUnreachable, NoAnswer, statusOf, UnclearOutcome } from './no-answer.ts';
import type { Post } from './post.ts';

/** A command of the SDK, such as `new InitiateAuthCommand({ … })`: the part that is used. */
interface Command<Output> {
  readonly input: object;
  /** It begins with the names of the service and the operation. */
  readonly schema?: unknown;
  /** Never called. It carries the type of the output. */
  resolveMiddleware(...args: never): (...args: never) => Promise<{ readonly output: Output }>;
}

interface SendOptions {
  /** For both attempts together. Default: 10 s; the function has 27 s, AppSync gives it 30 s. */
  readonly timeoutMs?: number;
}

/** @typeParam Listed The commands that it accepts. Default: all. */
export interface Client<Listed = unknown> {
  /**
   * Sends a command as the SDK's own clients do.
   * @throws The SDK's exceptions, `NoAnswer` and `UnclearOutcome`.
   */
  send<Output>(command: Command<Output> & Listed, options?: SendOptions): Promise<Plain<Output>>;
}

/** What a signer signs. */
export interface Request {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface ClientOptions {
  readonly protocol: Protocol;
  readonly endpoint: URL;
  readonly post: Post;
  /** Whether an operation may be carried out twice. */
  readonly isRepeatable: (operation: string) => boolean;
  /** Signs a request. Default: it is sent unsigned. */
  readonly sign?: ((request: Request, operation: string) => Promise<Pick<Request, 'headers'>>) | undefined;
  /** Milliseconds from any fixed point. Default: `performance.now`. */
  readonly now?: () => number;
  /** Waits before the second attempt. Default: with a timer. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 100;

/**
 * Sends the SDK's commands without the SDK's clients. Their credential chains, endpoint rules, middleware and
 * serialisers support cases that no function here has, and cost time at each start and each call.
 *
 * A call is sent a second time if it was certainly not carried out (there was no connection, or it was throttled), or
 * if it may be carried out twice. It is never sent after the deadline.
 */
export function createClient<Listed>(options: ClientOptions): Client<Listed> {
  const { protocol, endpoint, post, isRepeatable, sign } = options;
  const { now = () => performance.now(), pause = sleep } = options;
  return {
    send: async <Output>(command: Command<Output>, { timeoutMs = TIMEOUT_MS }: SendOptions = {}): Promise<Plain<Output>> => {
      const endsAt = now() + timeoutMs;
      const operation = operationOf(command);
      const request = requestTo(endpoint, protocol(operation), JSON.stringify(command.input));
      const attempt = async (): Promise<Plain<Output>> => {
        try {
          const { headers } = sign ? await sign(request, operation) : request;
          // The type is right if the service follows its model, which the type of the command is generated from.
          return readOutput(await post(headers, request.body, Math.max(1, endsAt - now()))) as Plain<Output>;
        } catch (error) {
          throw isUnclear(error) && !isRepeatable(operation) ? new UnclearOutcome(operation, error) : error;
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

function requestTo({ protocol, hostname, port, host, pathname }: URL, headers: Record<string, string>, body: string): Request {
  return {
    method: 'POST',
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path: pathname,
    query: {},
    headers: { ...headers, host },
    body,
  };
}

function isUnclear(error: unknown): error is Error {
  if (!(error instanceof Error) || isThrottled(error)) return false;
  return error instanceof NoAnswer ? error.sent : statusOf(error) >= 500;
}

/** Whether a second attempt may succeed. Not after an `UnclearOutcome`. */
function canPass(error: unknown): boolean {
  return error instanceof Error && (isThrottled(error) || isUnreachable(error));
}

/** The name of the operation in the schema of a command: `[9, namespace, name, …]`. */
function operationOf({ schema }: Command<unknown>): string {
  const [, , name] = schema as readonly [number, string, string];
  return name;
}
