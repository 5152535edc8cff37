import { Buffer } from 'node:buffer';
import type { ClientRequest, Agent as HttpAgent, IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { NoAnswer } from './no-answer.ts';

export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * Posts a body and reads the whole answer.
 * @param timeoutMs For all of it: the connection, the request, and the answer to its last byte.
 * @throws NoAnswer
 */
export type Post = (headers: Readonly<Record<string, string>>, body: string | Uint8Array, timeoutMs: number) => Promise<Answer>;

export interface PostOptions {
  /** How long a connection may take. Default: 2 s. */
  readonly connectTimeoutMs?: number;
  /** The longest answer. Default: 1 MiB; Cognito's own are some kilobytes. */
  readonly answerBytes?: number;
  /** Milliseconds since the epoch, as only they go on while Lambda has the process frozen. Default: `Date.now`. */
  readonly now?: () => number;
  /** Calls back after so many milliseconds, and gives the way to cancel it. Default: `setTimeout`. */
  readonly after?: (ms: number, then: () => void) => () => void;
}

/**
 * After this time a connection is not used again. The other side may have closed it by then (AWS's own clients count on 5 s), of which a process
 * that Lambda froze hears too late; and of a request that was lost so, nobody knows whether it was carried out.
 * @see docs/aws-behaviour/lambda.md#lambda.frozen
 */
const MAX_IDLE_MS = 5_000;

/** Over `node:https` with keep-alive, and not by `fetch`, which would load undici: 20 ms. */
export function createPost(endpoint: URL, options: PostOptions = {}): Post {
  const { connectTimeoutMs = 2_000, answerBytes = 1_048_576, now = Date.now, after = byTimer } = options;
  // The one for plain HTTP is for the laptop. It is loaded where it is needed alone: an `import` costs each cold start 2 ms.
  const { Agent, request } = endpoint.protocol === 'https:' ? https : process.getBuiltinModule('node:http');
  const agent = new Agent({ keepAlive: true });
  const freeSince = new WeakMap<Duplex, number>();
  agent.on('free', (socket: Duplex) => freeSince.set(socket, now()));
  return (headers, body, timeoutMs) => {
    closeIdle(agent, (socket) => now() - (freeSince.get(socket) ?? 0) > MAX_IDLE_MS);
    const call = request(endpoint, { method: 'POST', agent, headers });
    const answer = readAnswer(call, { timeoutMs, connectTimeoutMs, answerBytes, after });
    call.end(body);
    return answer;
  };
}

function byTimer(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

function closeIdle({ freeSockets }: HttpAgent, isOld: (socket: Duplex) => boolean): void {
  for (const socket of Object.values(freeSockets).flatMap((sockets) => sockets ?? [])) {
    if (isOld(socket)) socket.destroy();
  }
}

interface Limits extends Required<Pick<PostOptions, 'connectTimeoutMs' | 'answerBytes' | 'after'>> {
  readonly timeoutMs: number;
}

function readAnswer(call: ClientRequest, { timeoutMs, connectTimeoutMs, answerBytes, after }: Limits): Promise<Answer> {
  const connection = { made: false, answered: false };
  return new Promise<Answer>((resolve, reject) => {
    const fail = (message: string, cause?: unknown): void => {
      reject(new NoAnswer(message, { sent: connection.made, cause }));
      call.destroy();
    };
    const noDeadline = after(timeoutMs, () => fail('The answer did not come in time.'));
    const connected = after(connectTimeoutMs, () => fail('The connection was not made in time.'));
    call.once('close', () => {
      noDeadline();
      connected();
      // An answer that is none of HTTP's for a request, such as one that switches protocols, ends here without an error.
      if (!connection.answered) fail('The connection was closed.');
    });
    call.once('socket', (socket) => {
      const made = (): void => {
        connection.made = true;
        connected();
      };
      // No byte of a request is sent before the handshake has ended.
      if (call.reusedSocket) made();
      else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', made);
    });
    call.on('error', (error) => fail('The connection failed.', error));
    call.once('response', (response) => {
      connection.answered = true;
      collect(response, answerBytes).then(
        (body) => resolve({ statusCode: response.statusCode ?? 0, headers: flat(response), body }),
        (error: unknown) => fail('The answer was cut off.', error),
      );
    });
  });
}

async function collect(response: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function flat({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]));
}
