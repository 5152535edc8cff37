import { Buffer } from 'node:buffer';
import type { ClientRequest, Agent as HttpAgent, IncomingMessage } from 'node:http';
import https from 'node:https';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { NoAnswer } from './no-answer.ts';

export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * Posts a body and reads the whole answer.
 * @param timeoutMs For everything: the connection, the request, and the answer up to its last byte.
 * @throws NoAnswer
 */
export type Post = (headers: Readonly<Record<string, string>>, body: string | Uint8Array, timeoutMs: number) => Promise<Answer>;

export interface PostOptions {
  /** Whether to connect before there is a request, while the function starts. Default: no. */
  readonly connectsAtOnce?: boolean;
  /** How long a connection may take. Default: 2 s. */
  readonly connectTimeoutMs?: number;
  /** The longest accepted answer. Default: 1 MiB; Cognito's answers have a few kilobytes. */
  readonly answerBytes?: number;
  /** Milliseconds since the epoch, since other clocks stop while Lambda freezes the process. Default: `Date.now`. */
  readonly now?: () => number;
  /** Calls `then` after so many milliseconds. Returns a function that cancels this. Default: `setTimeout`. */
  readonly after?: (ms: number, then: () => void) => () => void;
}

/**
 * An idle connection is not reused after this time. By then the other side may have closed it (AWS's own clients assume
 * 5 s), and a process that Lambda froze notices that too late. It would then be unknown whether the request was carried
 * out.
 * @see docs/aws-behaviour/lambda.md#lambda.frozen
 */
const MAX_IDLE_MS = 5_000;

/** Uses `node:https` with keep-alive instead of `fetch`, which would load undici: 20 ms. */
export function createPost(endpoint: URL, options: PostOptions = {}): Post {
  const { connectTimeoutMs = 2_000, answerBytes = 1_048_576, now = Date.now, after = byTimer, connectsAtOnce = false } = options;
  // Only a laptop needs plain HTTP, and an `import` would cost each cold start 2 ms.
  const { Agent, request } = endpoint.protocol === 'https:' ? https : process.getBuiltinModule('node:http');
  const agent = new Agent({ keepAlive: true });
  const freeSince = new WeakMap<Duplex, number>();
  agent.on('free', (socket: Duplex) => freeSince.set(socket, now()));
  const isOld = (socket: Duplex): boolean => now() - (freeSince.get(socket) ?? 0) > MAX_IDLE_MS;
  if (connectsAtOnce) freeSince.set(connectAtOnce(agent, endpoint, isOld), now());
  return (headers, body, timeoutMs) => {
    for (const socket of Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])) {
      if (isOld(socket)) socket.destroy();
    }
    const call = request(endpoint, { method: 'POST', agent, headers });
    const answer = readAnswer(call, { timeoutMs, connectTimeoutMs, answerBytes, after });
    call.end(body);
    return answer;
  };
}

/**
 * Connects before there is a request, and uses the connection for the first one. If it fails, the request connects
 * again.
 */
function connectAtOnce(agent: HttpAgent, { protocol, hostname, port }: URL, isOld: (socket: Duplex) => boolean): Socket {
  const host = hostname.replace(/^\[|\]$/g, '');
  const early =
    protocol === 'https:'
      ? connectTls({ host, port: Number(port || 443), servername: isIP(host) ? '' : host, ALPNProtocols: ['http/1.1'] })
      : connectTcp({ host, port: Number(port || 80) });
  // It must not keep the process alive, and no call depends on it yet.
  early.unref().on('error', () => undefined);
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    agent.createConnection = connect;
    if (!early.destroyed && !isOld(early)) return early.ref();
    early.destroy();
    return connect(options, callback);
  };
  return early;
}

function byTimer(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
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
      // A response that answers no request, such as a protocol switch, ends here without an error.
      if (!connection.answered) fail('The connection was closed.');
    });
    call.once('socket', (socket) => {
      const made = (): void => {
        connection.made = true;
        connected();
      };
      // No byte of a request is sent before the handshake is complete.
      const isTls = socket instanceof TLSSocket;
      if (call.reusedSocket || (isTls ? socket.authorized : !socket.connecting)) made();
      else socket.once(isTls ? 'secureConnect' : 'connect', made);
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

/** By events, which cost less than an async iterator. */
function collect(response: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) reject(new Error('The answer is too long.'));
      else chunks.push(chunk);
    });
    response.once('end', () => resolve(Buffer.concat(chunks)));
    response.once('error', reject);
    response.once('close', () => reject(new Error('The answer ended early.')));
  });
}

function flat({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]));
}
