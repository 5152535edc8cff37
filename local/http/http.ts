import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import type { Timers } from '../world/timers.ts';
import { createDrain, type Drain } from './drain.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from './http-message.ts';

// An `import` of node:http would evaluate all its exports, including those that load undici, at a cost of 20 ms and
// 5 MB.
const { createServer } = process.getBuiltinModule('node:http');

/** For TLS, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Serves by TLS. */
  readonly tls?: Certificate;
  /** The longest body in bytes; a longer one is answered with `tooLarge`. */
  readonly bodyLimitBytes: number;
  readonly tooLarge: HttpResponse;
  /** Whether the body of a PUT is left to the handler, whatever its size. */
  readonly takesUploads?: boolean;
  /** Whether the program at the other end may call. By default, every program may. */
  readonly admits?: (socket: Socket) => Promise<boolean>;
  /** The answer while the port closes: status 503 and a sentence by default. */
  readonly unavailable?: HttpResponse;
  readonly timers?: Timers;
  /** Called with what a handler threw; the connection is then closed. */
  readonly failed?: (error: unknown) => void;
}

export interface Listener {
  readonly port: number;
  /** Accepts no new requests, waits a moment for running ones, and closes all connections. */
  close(): Promise<void>;
}

const closing: HttpResponse = { status: 503, headers: { 'content-type': 'text/plain' }, body: 'The server is shutting down.\n' };

/**
 * Serves on loopback only, so that nothing on the network can reach a developer's user pool. Rejects with the system's
 * error (`EADDRINUSE`).
 */
export async function listen(handler: HttpHandler, options: ListenOptions): Promise<Listener> {
  const { unavailable = closing, timers } = options;
  const drain = createDrain({ unavailable, ...(timers && { timers }) });
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    respond(handler, options, { drain, unavailable }, incoming, outgoing).catch((error: unknown) => {
      outgoing.destroy();
      // A caller who hangs up is not a fault; anything else is.
      if (!incoming.destroyed || incoming.complete) options.failed?.(error);
    });
  };
  const create = (): Server => (options.tls ? createSecureServer(options.tls, answer) : createServer(answer));
  const ipv4 = create();
  const port = await bind(ipv4, '127.0.0.1', options.port);
  const ipv6 = create();
  const servers = [ipv4];
  try {
    // `localhost` may mean either address, depending on the client.
    await bind(ipv6, '::1', port);
    servers.push(ipv6);
  } catch (error) {
    if (isCode(error, 'EADDRINUSE') && options.port !== 0) {
      await end(ipv4);
      throw error;
    }
  }
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    // Server.close of node:http would close idle connections, even one whose request has arrived but was not read yet.
    for (const server of servers) NetServer.prototype.close.call(server);
    await drain.close();
    await Promise.all(servers.map(end));
  };
  return {
    port,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Loaded only when it is needed. */
function createSecureServer(tls: Certificate, answer: RequestListener): Server {
  return process.getBuiltinModule('node:https').createServer({ ...tls }, answer);
}

interface Closing {
  readonly drain: Drain;
  readonly unavailable: HttpResponse;
}

async function respond(
  handler: HttpHandler,
  options: ListenOptions,
  { drain, unavailable }: Closing,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { response: answered, done } = drain.answer(async () => {
    if (options.admits !== undefined && !(await options.admits(incoming.socket))) return notAdmitted;
    if (incoming.method === 'PUT' && options.takesUploads) return handler({ ...toRequest(incoming, ''), upload: incoming });
    const body = await read(incoming, options.bodyLimitBytes);
    if (body === undefined) return options.tooLarge;
    return drain.isClosing() ? unavailable : handler(toRequest(incoming, body));
  });
  outgoing.once('close', done);
  const response = await answered;
  const isUnread = response === options.tooLarge || response === notAdmitted || !incoming.readableEnded;
  if (isUnread || drain.isClosing()) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': Buffer.byteLength(response.body) });
  outgoing.end(incoming.method === 'HEAD' ? undefined : response.body);
}

const notAdmitted: HttpResponse = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'This server answers the user who started it, and root; your program runs as another user.\n',
};

async function read(incoming: IncomingMessage, limitBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limitBytes) chunks.push(chunk);
    else if (size > limitBytes * 16) return undefined;
  }
  return size > limitBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

function toRequest(incoming: IncomingMessage, body: string): HttpRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers,
    body,
    remoteAddress: incoming.socket.remoteAddress ?? '127.0.0.1',
  };
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.off('error', reject);
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
