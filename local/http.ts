import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

// An `import` of node:http would evaluate every export of it, among them those that load undici: 20 ms and 5 MB for nothing.
const { createServer } = process.getBuiltinModule('node:http');

/** A request as the local services see it: header names in lower case, the body read whole. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, beginning with `/`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The caller's address. */
  readonly remoteAddress: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Bytes of body that are read; a larger one is answered by `tooLarge`. */
  readonly bodyLimitBytes: number;
  readonly tooLarge: HttpResponse;
  /** Whether the program at the other end may call at all; everybody's by default. */
  readonly admits?: (socket: Socket) => Promise<boolean>;
  /** Told what a handler threw; the caller's connection is cut then. */
  readonly failed?: (error: unknown) => void;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves on loopback only, so that nothing on the network can reach a developer's user pool. Rejects with the system's error (`EADDRINUSE`). */
export async function listen(handler: HttpHandler, options: ListenOptions): Promise<Listener> {
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    respond(handler, options, incoming, outgoing).catch((error: unknown) => {
      outgoing.destroy();
      // A caller who hangs up is no fault; anything else is one of ours.
      if (!incoming.destroyed || incoming.complete) options.failed?.(error);
    });
  };
  const ipv4 = createServer(answer);
  const port = await bind(ipv4, '127.0.0.1', options.port);
  const ipv6 = createServer(answer);
  const servers = [ipv4];
  try {
    // `localhost` may mean either address, depending on the client.
    await bind(ipv6, '::1', port);
    servers.push(ipv6);
  } catch (error) {
    if (isCode(error, 'EADDRINUSE') && options.port !== 0) {
      await close(ipv4);
      throw error;
    }
  }
  return { port, close: async () => void (await Promise.all(servers.map(close))) };
}

async function respond(
  handler: HttpHandler,
  options: ListenOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const isAdmitted = options.admits === undefined || (await options.admits(incoming.socket));
  const body = isAdmitted ? await read(incoming, options.bodyLimitBytes) : undefined;
  const refused = isAdmitted ? options.tooLarge : notAdmitted;
  const response = body === undefined ? refused : await handler(toRequest(incoming, body));
  if (body === undefined) outgoing.setHeader('connection', 'close');
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

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
