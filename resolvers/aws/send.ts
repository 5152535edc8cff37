import { setTimeout as sleep } from 'node:timers/promises';
import { type Plain, type Protocol, readOutput } from './json-protocol.ts';
import { isThrottled, isUnreachable, NoAnswer, statusOf, UnclearOutcome } from './no-answer.ts';
import type { Post } from './post.ts';

/** The part of a command of the SDK that has the types of the operation's input and output. There is only the type. */
interface Command {
  readonly input: object;
  resolveMiddleware(...args: never): (...args: never) => Promise<{ readonly output: unknown }>;
}

/**
 * The types of some operations of a service, as a package of the SDK declares them. The packages are not part of the
 * bundles, which they would nearly double.
 * @typeParam Sdk All that the package exports.
 */
export type CommandsOf<Sdk extends Record<`${Operation}Command`, new (...args: never) => Command>, Operation extends string> = {
  readonly [O in Operation]: InstanceType<Sdk[`${O}Command`]>;
};

type Output<C extends Command> = Awaited<ReturnType<ReturnType<C['resolveMiddleware']>>>['output'];

interface SendOptions {
  /** For both attempts together. Default: 10 s; the function has 27 s, AppSync gives it 30 s. */
  readonly timeoutMs?: number;
}

/** @typeParam Commands The operations that it knows. */
export interface Client<Commands extends Readonly<Record<keyof Commands, Command>>> {
  /**
   * Calls an operation as the SDK's own clients do.
   * @throws Exceptions with the names and members of the SDK's, `NoAnswer` and `UnclearOutcome`.
   */
  send<O extends keyof Commands & string>(
    operation: O,
    input: Plain<Commands[O]['input']>,
    options?: SendOptions,
  ): Promise<Plain<Output<Commands[O]>>>;
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
 * Calls AWS's services without the SDK's clients. Their credential chains, endpoint rules, middleware and
 * serialisers support cases that no function here has, and cost time at each start and each call.
 *
 * A call is sent a second time if it was certainly not carried out (there was no connection, or it was throttled), or
 * if it may be carried out twice. It is never sent after the deadline.
 */
export function createClient<Commands extends Readonly<Record<keyof Commands, Command>>>(
  options: ClientOptions,
): Client<Commands> {
  const { protocol, endpoint, post, isRepeatable, sign } = options;
  const { now = () => performance.now(), pause = sleep } = options;
  return {
    send: async (operation, input, { timeoutMs = TIMEOUT_MS } = {}) => {
      const endsAt = now() + timeoutMs;
      const request = requestTo(endpoint, protocol(operation), JSON.stringify(input));
      const attempt = async () => {
        try {
          const { headers } = sign ? await sign(request, operation) : request;
          // The type is right if the service follows its model, which the types of the SDK are generated from.
          return readOutput(await post(headers, request.body, Math.max(1, endsAt - now()))) as Plain<
            Output<Commands[typeof operation]>
          >;
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
