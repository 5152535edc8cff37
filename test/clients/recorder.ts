import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of a server, which records exactly what clients sent. */
export interface Recorder {
  readonly url: string;
  /** The bodies, oldest first. */
  readonly bodies: readonly string[];
  /** The same with their headers. */
  readonly requests: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  close(): Promise<void>;
}

/**
 * Listens on a free port of this machine, and passes every request on to the server of `target`. Its own URL has the
 * same path.
 */
export async function startRecorder(target: string): Promise<Recorder> {
  const { hostname, port, host, pathname } = new URL(target);
  const bodies: string[] = [];
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    const { method, url: path, headers } = incoming;
    bodies.push(body);
    requests.push({ headers, body });
    const onward = request({ hostname, port, method, path, headers: { ...headers, host } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this kind.
  const own = server.address() as AddressInfo;
  return {
    url: `http://localhost:${own.port}${pathname === '/' ? '' : pathname}`,
    bodies,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
