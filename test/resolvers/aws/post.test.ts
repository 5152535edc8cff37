import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPost } from '../../../resolvers/aws/post.ts';
import { badService } from '../../support/resolvers/bad-service.ts';

const text = (body: Uint8Array): string => Buffer.from(body).toString();

/** A service that tells how many connections were made to it. */
async function counting() {
  let connections = 0;
  const server = createServer((request, response) => request.resume().once('end', () => response.end('{}')));
  const connected = new Promise<void>((resolve) => {
    server.on('connection', () => {
      connections += 1;
      resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { endpoint: new URL(`http://127.0.0.1:${port}/`), connections: () => connections, connected };
}

describe('createPost', () => {
  test('gives status, headers and body', async () => {
    const service = await badService((response) => response.writeHead(400, { 'x-one': '1' }).end('{"a":1}'));
    onTestFinished(() => service.close());
    const { statusCode, headers, body } = await createPost(service.endpoint)({}, '{}', 5_000);
    expect({ statusCode, one: headers['x-one'], body: text(body) }).toEqual({ statusCode: 400, one: '1', body: '{"a":1}' });
  });

  test('keeps its connection, but uses none that was idle for more than 5 s: the other side may have closed it', async () => {
    const { endpoint, connections } = await counting();
    const clock = { ms: 0 };
    const post = createPost(endpoint, { now: () => clock.ms });
    await post({}, '{}', 5_000);
    clock.ms += 5_000;
    await post({}, '{}', 5_000);
    expect(connections()).toBe(1);
    clock.ms += 5_001;
    await post({}, '{}', 5_000);
    expect(connections()).toBe(2);
  });

  test('connects at once if it is to, and uses this connection for the first request', async () => {
    const { endpoint, connections, connected } = await counting();
    const post = createPost(endpoint, { connectsAtOnce: true });
    await connected;
    await post({}, '{}', 5_000);
    await post({}, '{}', 5_000);
    expect(connections()).toBe(1);
  });

  test('connects anew if the first connection was idle for more than 5 s', async () => {
    const { endpoint, connections, connected } = await counting();
    const clock = { ms: 0 };
    const post = createPost(endpoint, { connectsAtOnce: true, now: () => clock.ms });
    await connected;
    clock.ms += 5_001;
    await post({}, '{}', 5_000);
    expect(connections()).toBe(2);
  });

  test('that connects at once does no harm where nobody listens', async () => {
    const { endpoint, close } = await badService(() => undefined);
    close();
    const post = createPost(endpoint, { connectsAtOnce: true });
    await expect(post({}, '{}', 5_000)).rejects.toMatchObject({ name: 'NoAnswer', sent: false });
    await expect(post({}, '{}', 5_000)).rejects.toMatchObject({ name: 'NoAnswer', sent: false });
  });

  test('tells that nothing was sent where nobody listens', async () => {
    const { endpoint, close } = await badService(() => undefined);
    close();
    await expect(createPost(endpoint)({}, '{}', 5_000)).rejects.toMatchObject({ name: 'NoAnswer', sent: false });
  });

  test('tells that nothing was sent where a connection is not made in time', async () => {
    // It accepts, and never answers the TLS handshake.
    const server = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const endpoint = new URL(`https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    await expect(createPost(endpoint, { connectTimeoutMs: 50 })({}, '{}', 5_000)).rejects.toMatchObject({
      message: 'The connection was not made in time.',
      sent: false,
    });
  });

  test('reads no more than it was told', async () => {
    const service = await badService((response) => response.end('x'.repeat(101)));
    onTestFinished(() => service.close());
    await expect(createPost(service.endpoint, { answerBytes: 100 })({}, '{}', 5_000)).rejects.toMatchObject({
      sent: true,
      cause: { message: 'The answer is too long.' },
    });
  });
});
