import { describe, expect, test } from 'vitest';
import { type Chat, createChat } from '../../../resolvers/gpt/chat.ts';
import { refused, succeeded } from '../../support/caller.ts';
import { type ChatServer, sharedChatServer } from '../../support/resolvers/chat-server.ts';
import { answers, askGpt, deploymentsKey } from './ask-gpt.ts';

const server = sharedChatServer();

describe('the time-out', () => {
  const hasty: Chat = (question) => createChat({ ...answers, baseUrl: server.baseUrl })({ ...question, timeoutMs: 50 });

  test.each<[string, ChatServer['answer']]>([
    ['no answer', () => undefined],
    [
      'an answer that stops in its middle',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":'),
    ],
  ])('ends the wait for %s', async (_, answer) => {
    const { call } = askGpt(server, { chat: hasty });
    server.answer = answer;
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The language model did not answer in time. Try again.',
      info: { retryable: true },
    });
  });

  test('is what reading the key has left of 25 seconds', async () => {
    const clock = { ms: 1_000.25 };
    const timeouts: number[] = [];
    const chat: Chat = async ({ timeoutMs }) => {
      timeouts.push(timeoutMs);
      return { text: 'Yes.', truncated: false, model: 'm', usage: null };
    };
    const read = async () => {
      clock.ms += 3_000;
      return deploymentsKey;
    };
    const { call } = askGpt(server, { chat, apiKey: { read, forget: () => undefined } }, clock);
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(timeouts).toEqual([22_000]);
  });
});
