import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createChat } from '../../../resolvers/gpt/chat.ts';
import { refused, succeeded } from '../../support/caller.ts';
import { type ChatServer, reply, sharedChatServer } from '../../support/resolvers/chat-server.ts';
import { answers, askGpt } from './ask-gpt.ts';

const server = sharedChatServer();

describe('an answer of another form', () => {
  test.each([
    [
      'parts of text',
      [
        { type: 'text', text: 'Forty-' },
        { type: 'text', text: 'two.' },
      ],
    ],
    ['parts of another name', [{ type: 'output_text', text: 'Forty-two.', annotations: [] }]],
    [
      'thoughts and a part of text',
      [
        { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
        { type: 'text', text: 'Forty-two.' },
      ],
    ],
    ['bare texts', ['Forty-', 'two.']],
    ['a part that is not in a list', { type: 'text', text: 'Forty-two.' }],
  ])('is read: %s', async (_, parts) => {
    const { call } = askGpt(server);
    server.answer = reply({ choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: parts } }] });
    expect(succeeded(await call('gpt', { message: 'Hello' })).text).toBe('Forty-two.');
  });

  test.each([
    ['larger than a number of GraphQL', { prompt_tokens: 2 ** 31, completion_tokens: 1 }],
    ['broken', { prompt_tokens: 1.5, completion_tokens: 1 }],
    ['below zero', { prompt_tokens: -1, completion_tokens: 1 }],
    ['a text', { prompt_tokens: '1', completion_tokens: 1 }],
  ])('has no usage where a count is %s', async (_, usage) => {
    const { call } = askGpt(server);
    server.answer = reply({ usage, model: '' });
    expect(succeeded(await call('gpt', { message: 'Hello' }))).toMatchObject({ usage: null, model: 'test-model' });
  });

  test('holds no half of a character, is compressed, and says that there was no error', async () => {
    const { call } = askGpt(server);
    const choices = [{ finish_reason: 'stop', message: { content: 'a\ud800b' } }];
    const body = gzipSync(JSON.stringify({ error: null, choices }));
    server.answer = (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    expect(succeeded(await call('gpt', { message: 'Hello' })).text).toBe('a\ufffdb');
  });

  test('is found below a base URL that ends with a slash, or has a query', async () => {
    for (const suffix of ['/', '?api-version=1']) {
      const { call } = askGpt(server, { chat: createChat({ ...answers, baseUrl: server.baseUrl + suffix }) });
      succeeded(await call('gpt', { message: 'Hello' }));
    }
    expect(server.asked.map(({ url }) => url)).toEqual(['/v1/chat/completions', '/v1/chat/completions?api-version=1']);
  });
});

describe('an answer without end', () => {
  const endless = (response: ServerResponse, chunk: Uint8Array): void => {
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  };

  test.each<[string, ChatServer['answer']]>([
    [
      'of spaces',
      (response) => endless(response.writeHead(200, { 'content-type': 'application/json' }), Buffer.alloc(65_536, ' ')),
    ],
    ['of an error', (response) => endless(response.writeHead(500, { 'content-type': 'text/html' }), Buffer.alloc(65_536, 'x'))],
    [
      'in 150 kB of gzip that are 150 MB',
      (response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(150_000_000, ' '))),
    ],
  ])('%s is given up, and its connection closed', async (_, answer) => {
    const { call } = askGpt(server);
    const closed = new Promise((resolve) => {
      server.answer = (response, request) => {
        response.on('close', resolve);
        answer(response, request);
      };
    });
    expect(refused(await call('gpt', { message: 'Hello' }))).toEqual({
      code: 'GPT_FAILED',
      message: "The answer of the language model's provider was too long.",
      info: { cognito: null, retryable: false, field: null, requestId: expect.any(String) },
    });
    await closed;
  });
});

describe('the length of the answer', () => {
  test.each(['max_completion_tokens', 'max_tokens'] as const)('is bounded, in the word of the provider: %s', async (name) => {
    const { call } = askGpt(server, {
      chat: createChat({ baseUrl: server.baseUrl, answerTokens: 99, answerTokensParameter: name }),
    });
    succeeded(await call('gpt', { message: 'Hello' }));
    const { body } = server.asked[0] ?? {};
    expect(Object.entries(body ?? {}).filter(([key]) => key.startsWith('max_'))).toEqual([[name, 99]]);
  });

  const cutOff = (content: string) => reply({ choices: [{ finish_reason: 'length', message: { role: 'assistant', content } }] });

  test('is told where it has cut the answer off', async () => {
    const { call } = askGpt(server);
    server.answer = cutOff('Forty-');
    expect(succeeded(await call('gpt', { message: 'Hello' }))).toMatchObject({ text: 'Forty-', truncated: true });
  });

  test('may be used up by thinking, and would be again', async () => {
    const { call } = askGpt(server);
    server.answer = cutOff('');
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'GPT_FAILED',
      message: 'The language model reached the limit of its answer before it answered.',
      info: { retryable: false },
    });
  });
});
