import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { generate } from 'selfsigned';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChat } from '../../../resolvers/gpt/chat.ts';
import { refused } from '../../support/caller.ts';
import { type ChatServer, createChatServer, json, raw, sharedChatServer } from '../../support/resolvers/chat-server.ts';
import { answers, askGpt, callersKey } from './ask-gpt.ts';
import { echo, error, failures, page } from './provider-failures.ts';

const server = sharedChatServer();

describe("the provider's failure", () => {
  const info = (retryable: boolean, field: string | null = null) => ({
    cognito: null,
    retryable,
    field,
    requestId: expect.any(String),
  });

  const rows = failures.map(([what, answer, message, retryable, field]) => ({ what, answer, message, retryable, field }));

  test.each(rows)('$what', async ({ answer, message, retryable, field }) => {
    const { call, lines } = askGpt(server);
    server.answer = answer;
    const failure = refused(await call('gpt', { message: 'What ails me?', key: callersKey }));
    expect(failure).toEqual({ code: 'GPT_FAILED', message, info: info(retryable, field) });
    expect(server.asked).toHaveLength(1);
    expect(lines.join()).not.toMatch(/sk-|ails/);
  });

  test.each<[string, ChatServer['answer']]>([
    ['a limit', json(429, error('Slow down.', { code: 'rate_limit_exceeded' }))],
    ['a limit that is a page', raw(429, 'text/html', page)],
    ['a limit of status 200', json(200, error('Slow down.', { code: 429 }))],
  ])('of %s is TOO_MANY_REQUESTS', async (_, answer) => {
    const { call } = askGpt(server);
    server.answer = answer;
    expect(refused(await call('gpt', { message: 'Hello' }))).toEqual({
      code: 'TOO_MANY_REQUESTS',
      message: "The language model's provider has too many requests. Try again shortly.",
      info: info(true),
    });
  });

  test.each<[string, ChatServer['answer']]>([
    ['before it answers', (response) => void response.destroy()],
    [
      'amid its answer',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"id":');
        setImmediate(() => response.destroy());
      },
    ],
  ])('to keep the connection %s is UNAVAILABLE', async (_, answer) => {
    const { call } = askGpt(server);
    server.answer = answer;
    expect(refused(await call('gpt', { message: 'Hello' }))).toEqual({
      code: 'UNAVAILABLE',
      message: 'The language model could not be reached. Try again.',
      info: info(true),
    });
    expect(server.asked).toHaveLength(1);
  });

  describe('to speak HTTP', () => {
    const wrongBaseUrl =
      'The base URL of the language model does not lead to a web server: check `gpt.baseUrl`, or `OPENAI_BASE_URL` on a laptop.';

    async function ask(baseUrl: string) {
      const { call } = askGpt(server, { chat: createChat({ ...answers, baseUrl }) });
      return refused(await call('gpt', { message: 'Hello' }));
    }

    test('is blamed on the base URL', async () => {
      const other = createServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void other.close());
      const { port } = other.address() as AddressInfo; // of a TCP server
      // Longer than a name may be, so that nobody is asked for it.
      const noSuchHost = `http://${'x'.repeat(64)}.example/v1`;
      const withTls = server.baseUrl.replace('http:', 'https:');
      for (const baseUrl of [`http://127.0.0.1:${port}/v1`, withTls, 'http://127.0.0.1:22/v1', noSuchHost]) {
        expect(await ask(baseUrl)).toMatchObject({ code: 'GPT_FAILED', message: wrongBaseUrl, info: { retryable: false } });
      }
    });

    test('by a certificate of its own is blamed on that', async () => {
      const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
      const secure = createHttpsServer({ key, cert });
      await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void secure.close());
      const { port } = secure.address() as AddressInfo; // of a TCP server
      expect(await ask(`https://127.0.0.1:${port}/v1`)).toMatchObject({
        code: 'GPT_FAILED',
        message: "The certificate of the language model's provider is not trusted.",
        info: { retryable: false },
      });
    });
  });

  test('is in the log with its status', async () => {
    const { call, lines } = askGpt(server);
    server.answer = json(418, echo.error);
    refused(await call('gpt', { message: 'Hello' }));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'WARN',
      message: { cause: { name: 'ProviderError', code: 'HTTP_418' } },
    });
  });

  test("of the deployment's key does not blame the caller", async () => {
    const { call } = askGpt(server);
    server.answer = json(401, echo);
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'GPT_FAILED',
      message: "The language model's provider refused this deployment's key.",
      info: { field: null, retryable: false },
    });
  });

  test('to be there at all is UNAVAILABLE', async () => {
    const gone = createChatServer();
    await gone.start();
    await gone.close();
    const { call } = askGpt(server, { chat: createChat({ ...answers, baseUrl: gone.baseUrl }) });
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({ code: 'UNAVAILABLE', info: { retryable: true } });
  });

  test('is not blamed for one of our own', async () => {
    const { call, lines } = askGpt(server, { chat: createChat({ ...answers, baseUrl: 'no URL' }) });
    expect(refused(await call('gpt', { message: 'Hello' })).code).toBe('INTERNAL');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', message: { cause: { name: 'TypeError' } } });
  });
});
