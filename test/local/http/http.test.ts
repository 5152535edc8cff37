import { Agent, type IncomingMessage, request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Listener, listen } from '../../../local/http/http.ts';
import type { HttpHandler } from '../../../local/http/http-message.ts';

const answer = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'done' };
const tooLarge = { status: 413, headers: {}, body: '' };

/**
 * A handler whose answers wait until they are let go, and a server of it whose deadlines ring when they are told to.
 */
async function serve() {
  const waiting: (() => void)[] = [];
  const begun: string[] = [];
  const rings: (() => void)[] = [];
  const handler: HttpHandler = (incoming) => {
    begun.push(incoming.url);
    return incoming.url === '/now' ? Promise.resolve(answer) : new Promise((resolve) => waiting.push(() => resolve(answer)));
  };
  const timers = {
    after: (_: number, ring: () => void) => {
      rings.push(ring);
      return () => undefined;
    },
  };
  const listener = await listen(handler, { port: 0, bodyLimitBytes: 1_000, tooLarge, timers });
  onTestFinished(() => void listener.close());
  return { listener, begun, letGo: () => waiting.splice(0).forEach((go) => void go()), ring: (): void => void rings.shift()?.() };
}

/** A client that keeps one connection open, as browsers and SDKs do. */
function client({ port }: Listener) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  return (path: string): Promise<{ status: number | undefined; connection: string | undefined; body: string }> =>
    new Promise((resolve, reject) => {
      const call = request({ port, host: '127.0.0.1', path, agent }, async (response: IncomingMessage) => {
        let body = '';
        for await (const chunk of response) body += String(chunk);
        resolve({ status: response.statusCode, connection: response.headers.connection, body });
      });
      call.once('error', reject);
      call.end();
    });
}

/** Until the server has taken up this many requests. */
async function until(begun: readonly string[], count: number): Promise<void> {
  while (begun.length < count) await new Promise((resolve) => setImmediate(resolve));
}

test('leaves the body of a PUT to the handler where it takes uploads, and closes the connection of one that is not read', async () => {
  const handler: HttpHandler = async ({ url, upload = [], body }) => {
    let bytes = 0;
    if (url === '/read') for await (const chunk of upload) bytes += chunk.length;
    return { ...answer, body: `${bytes} ${body.length}` };
  };
  const listener = await listen(handler, { port: 0, bodyLimitBytes: 1_000, tooLarge, takesUploads: true });
  onTestFinished(() => void listener.close());
  const put = (path: string) =>
    new Promise<IncomingMessage & { text: string }>((resolve, reject) => {
      const call = request({ port: listener.port, host: '127.0.0.1', path, method: 'PUT' }, async (response) => {
        let text = '';
        for await (const chunk of response) text += String(chunk);
        resolve(Object.assign(response, { text }));
      });
      call.once('error', reject);
      call.end('x'.repeat(20_000));
    });
  expect((await put('/read')).text).toBe('20000 0');
  const unread = await put('/unread');
  expect([unread.text, unread.headers.connection]).toEqual(['0 0', 'close']);
});

describe('a server that closes', () => {
  test('lets what is under way end, and closes its connection', async () => {
    const { listener, begun, letGo } = await serve();
    const call = client(listener)('/slow');
    await until(begun, 1);
    const closed = listener.close();
    letGo();
    expect(await call).toEqual({ status: 200, connection: 'close', body: 'done' });
    await closed;
    await expect(client(listener)('/now')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('begins nothing new, on connections that are open either', async () => {
    const { listener, begun, letGo } = await serve();
    const other = client(listener);
    expect(await other('/now')).toEqual({ status: 200, connection: 'keep-alive', body: 'done' });
    const call = client(listener)('/slow');
    await until(begun, 2);
    const closed = listener.close();
    expect(await other('/now')).toEqual({ status: 503, connection: 'close', body: 'The server is shutting down.\n' });
    letGo();
    expect((await call).status).toBe(200);
    await closed;
    expect(begun).toEqual(['/now', '/slow']);
  });

  test('answers 503 to what takes too long', async () => {
    const { listener, begun, ring } = await serve();
    const call = client(listener)('/slow');
    await until(begun, 1);
    const closed = listener.close();
    // The deadline is set once the server has read what had arrived.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    ring();
    expect(await call).toMatchObject({ status: 503, connection: 'close' });
    await closed;
  });

  test('cuts a caller who does not finish the request', async () => {
    const { listener, begun, ring } = await serve();
    const call = request({
      port: listener.port,
      host: '127.0.0.1',
      path: '/now',
      method: 'POST',
      headers: { 'content-length': 10 },
    });
    const ended = new Promise((resolve) => call.once('error', resolve).once('response', resolve));
    await new Promise<void>((resolve) => call.write('half', () => resolve()));
    await client(listener)('/now');
    const closed = listener.close();
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    ring();
    ring();
    await ended;
    await closed;
    expect(begun).toEqual(['/now']);
  });

  test('may be closed twice, and closes at once when nothing is under way', async () => {
    const { listener, ring } = await serve();
    await client(listener)('/now');
    await Promise.all([listener.close(), listener.close()]);
    expect(ring()).toBeUndefined();
  });
});
