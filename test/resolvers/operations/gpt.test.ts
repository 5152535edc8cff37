import { describe, expect, test } from 'vitest';
import { AuthError } from '../../../resolvers/errors/auth-error.ts';
import type { CountedQuestion, CountQuestion } from '../../../resolvers/gpt/daily-limits.ts';
import { refused, succeeded } from '../../support/caller.ts';
import { json, reply, sharedChatServer } from '../../support/resolvers/chat-server.ts';
import { madeUpIdToken, madeUpToken } from '../../support/resolvers/made-up-token.ts';
import { success } from '../../support/resolvers/stub-wire.ts';
import { askGpt, callersKey, deploymentsKey, secret } from '../gpt/ask-gpt.ts';

const server = sharedChatServer();

describe('the answer', () => {
  test("holds the model's text, its name and what it cost", async () => {
    const { call } = askGpt(server);
    expect(succeeded(await call('gpt', { message: 'What is the answer?' }))).toEqual({
      text: 'Forty-two.',
      truncated: false,
      model: 'test-model-2026-01-01',
      usage: { inputTokens: 5, outputTokens: 3 },
    });
    expect(server.asked).toEqual([
      {
        url: '/v1/chat/completions',
        authorization: `Bearer ${deploymentsKey}`,
        body: { model: 'test-model', messages: [{ role: 'user', content: 'What is the answer?' }], max_completion_tokens: 2048 },
      },
    ]);
  });

  test('comes from another model than the deployment pays for only with a key of the caller', async () => {
    const { call } = askGpt(server);
    const input = { message: 'Hello', model: 'the-dearest' };
    expect(refused(await call('gpt', input))).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'model' } });
    expect(server.asked).toEqual([]);
    expect(succeeded(await call('gpt', { ...input, key: 'sk-own' })).text).toBe('Forty-two.');
  });

  test('comes without usage and model name where the provider gives none', async () => {
    const { call } = askGpt(server);
    server.answer = reply({ usage: undefined, model: undefined });
    expect(succeeded(await call('gpt', { message: 'Hello', model: 'llama3.2:3b' }))).toEqual({
      text: 'Forty-two.',
      truncated: false,
      model: 'llama3.2:3b',
      usage: null,
    });
  });
});

describe('an input', () => {
  test.each([
    ['message', { message: '' }],
    ['message', { message: ' \n' }],
    ['message', { message: 'x'.repeat(8_001) }],
    ['message', { message: '😀'.repeat(8_001) }],
    ['message', { message: 'x'.repeat(1_000_000) }],
    ['model', { message: 'Hello', model: '' }],
    ['model', { message: 'Hello', model: 'gpt 5' }],
    ['model', { message: 'Hello', model: 'm'.repeat(129) }],
    ['key', { message: 'Hello', key: '' }],
    ['key', { message: 'Hello', key: 'sk-1\r\nx-evil: 1' }],
    ['key', { message: 'Hello', key: 'k'.repeat(513) }],
  ])('%s is refused by name before anybody is asked (%#)', async (field, args) => {
    const { call, secrets } = askGpt(server);
    expect(refused(await call('gpt', args))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field, retryable: false, cognito: null },
    });
    expect([...server.asked, ...secrets.sent]).toEqual([]);
  });

  test('is as long as the deployment says, in characters', async () => {
    const { call } = askGpt(server, { messageCharacters: 3 });
    succeeded(await call('gpt', { message: '😀😀😀' }));
    expect(refused(await call('gpt', { message: 'four' }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: '`message` must have at most 3 characters.',
      info: { field: 'message' },
    });
  });

  test('of eight thousand characters is accepted, regardless of their size in memory', async () => {
    const { call } = askGpt(server);
    succeeded(await call('gpt', { message: '😀'.repeat(8_000), model: 'openai/gpt-5.1:free', key: null }));
    expect(server.asked[0]?.body['model']).toBe('openai/gpt-5.1:free');
  });
});

describe('a proven address', () => {
  const token = madeUpToken({ sub: 'a-sub', username: 'ada' });
  const user = (...attributes: readonly string[]) =>
    success({ Username: 'ada', UserAttributes: attributes.map((Name) => ({ Name, Value: 'true' })) });

  test.each(['email_verified', 'phone_number_verified'])('is enough: %s', async (attribute) => {
    const { call } = askGpt(server, { wantsProvenAddress: true, cognito: [user(attribute)] });
    expect(succeeded(await call('gpt', { message: 'Hello' }, { token })).text).toBe('Forty-two.');
  });

  test('is wanted, also with a key of the own, before anything is counted or paid', async () => {
    const counted: unknown[] = [];
    const countQuestion = async (question: unknown): Promise<void> => void counted.push(question);
    const { call, secrets } = askGpt(server, { wantsProvenAddress: true, cognito: [user(), user()], countQuestion });
    for (const key of [null, callersKey]) {
      expect(refused(await call('gpt', { message: 'Hello', key }, { token }))).toMatchObject({
        code: 'FORBIDDEN',
        message: 'Only users may ask who have confirmed an e-mail address or a phone number.',
      });
    }
    expect([server.asked, counted, secrets.sent]).toEqual([[], [], []]);
  });

  test('is not told by an ID token: Cognito is asked, by the access token', async () => {
    const { call } = askGpt(server, { wantsProvenAddress: true });
    expect(refused(await call('gpt', { message: 'Hello' }, { token: madeUpIdToken })).code).toBe('ACCESS_TOKEN_REQUIRED');
  });
});

describe('the count', () => {
  /** Whom it has counted, and within how long it had to. */
  function counter(refusal?: AuthError) {
    const counted: (CountedQuestion & { readonly timeoutMs: number })[] = [];
    const countQuestion: CountQuestion = async (question, timeoutMs) => {
      counted.push({ ...question, timeoutMs });
      if (refusal) throw refusal;
    };
    return { counted, countQuestion };
  }
  const token = madeUpToken({ sub: 'a-sub', username: 'ada' });

  test('is of the user, before the question is sent, whatever comes of it', async () => {
    const { counted, countQuestion } = counter();
    const { call } = askGpt(server, { countQuestion });
    succeeded(await call('gpt', { message: 'Hello' }, { token }));
    server.answer = json(500, {});
    expect(refused(await call('gpt', { message: 'Hello' }, { token })).code).toBe('GPT_FAILED');
    expect(counted).toEqual([
      { sub: 'a-sub', isPaidHere: true, timeoutMs: 25_000 },
      { sub: 'a-sub', isPaidHere: true, timeoutMs: 25_000 },
    ]);
  });

  test('is none of what is refused before it is sent, and tells who pays', async () => {
    const { counted, countQuestion } = counter();
    const { call } = askGpt(server, { countQuestion, secret: [secret('')] });
    succeeded(await call('gpt', { message: 'Hello', key: callersKey }, { token }));
    expect(refused(await call('gpt', { message: '' }, { token })).code).toBe('INVALID_INPUT');
    expect(refused(await call('gpt', { message: 'Hello', model: 'the-dearest' }, { token })).code).toBe('INVALID_INPUT');
    expect(refused(await call('gpt', { message: 'Hello' }, { token })).code).toBe('GPT_NOT_CONFIGURED');
    expect(counted).toEqual([{ sub: 'a-sub', isPaidHere: false, timeoutMs: 25_000 }]);
  });

  test('that is refused ends it: nobody is asked', async () => {
    const { call } = askGpt(server, counter(new AuthError('TOO_MANY_REQUESTS', 'Enough.')));
    expect(refused(await call('gpt', { message: 'Hello' }, { token }))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'Enough.',
      info: { retryable: false },
    });
    expect(server.asked).toEqual([]);
  });

  test('is of nobody without a user: the question is not sent', async () => {
    const { call } = askGpt(server, counter());
    expect(refused(await call('gpt', { message: 'Hello' })).code).toBe('INTERNAL');
    expect(server.asked).toEqual([]);
  });
});
