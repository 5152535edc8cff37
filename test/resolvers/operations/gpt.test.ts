import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../local/http.ts';
import { type ApiKey, createApiKey, createSecrets } from '../../../resolvers/api-key.ts';
import { AuthError } from '../../../resolvers/auth-error.ts';
import { type Chat, createChat } from '../../../resolvers/chat.ts';
import type { CountQuestion } from '../../../resolvers/daily-limit.ts';
import { createCaller, inProcess, refused, succeeded } from '../../caller.ts';
import { type ChatServer, json, raw, reply, startChatServer } from '../chat-server.ts';
import { madeUpToken } from '../made-up-token.ts';
import { exception, stubWire, success } from '../stub-wire.ts';

const callersKey = 'sk-callers-own-key-000000000001';
const deploymentsKey = 'sk-deployments-key-000000000002';

let server: ChatServer;

beforeAll(async () => {
  server = await startChatServer();
});

beforeEach(() => {
  server.asked.length = 0;
  server.answer = reply({});
});

afterAll(() => server.close());

const answers = { answerTokens: 2048, answerTokensParameter: 'max_completion_tokens' } as const;
const environment = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' };

interface Setup {
  /** What Secrets Manager answers, one after the other. */
  readonly secret?: readonly HttpResponse[];
  readonly chat?: Chat;
  readonly apiKey?: ApiKey;
  readonly countQuestion?: CountQuestion;
  readonly messageCharacters?: number;
}

const secret = (value: string) => success({ ARN: 'arn', Name: 'openai', SecretString: value });

function setUp(
  {
    secret: secretAnswers = [secret(JSON.stringify({ apiKey: deploymentsKey }))],
    chat,
    apiKey,
    countQuestion,
    messageCharacters = 8_000,
  }: Setup = {},
  clock = { ms: 0.25 },
) {
  const secrets = stubWire(...secretAnswers);
  const now = () => clock.ms;
  const caller = createCaller({
    cognito: stubWire().handle,
    gpt: {
      chat: chat ?? createChat({ ...answers, baseUrl: server.baseUrl }),
      apiKey:
        apiKey ??
        createApiKey({
          secrets: createSecrets({ region: 'eu-central-1', endpoint: 'http://secrets.test' }, environment, {
            post: inProcess(secrets.handle),
          }),
          secretId: 'arn:aws:secretsmanager:eu-central-1:1:secret:openai',
          now,
        }),
      defaultModel: 'test-model',
      paysFor: (model) => model !== 'the-dearest',
      countQuestion: countQuestion ?? null,
      messageCharacters,
      now,
    },
  });
  return { ...caller, secrets, clock };
}

describe('the answer', () => {
  test("holds the model's text, its name and what it cost", async () => {
    const { call } = setUp();
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
    const { call } = setUp();
    const input = { message: 'Hello', model: 'the-dearest' };
    expect(refused(await call('gpt', input))).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'model' } });
    expect(server.asked).toEqual([]);
    expect(succeeded(await call('gpt', { ...input, key: 'sk-own' })).text).toBe('Forty-two.');
  });

  test('comes without usage and model name where the provider gives none', async () => {
    const { call } = setUp();
    server.answer = reply({ usage: undefined, model: undefined });
    expect(succeeded(await call('gpt', { message: 'Hello', model: 'llama3.2:3b' }))).toEqual({
      text: 'Forty-two.',
      truncated: false,
      model: 'llama3.2:3b',
      usage: null,
    });
  });
});

describe('the length of the answer', () => {
  test.each(['max_completion_tokens', 'max_tokens'] as const)('is bounded, in the word of the provider: %s', async (name) => {
    const { call } = setUp({ chat: createChat({ baseUrl: server.baseUrl, answerTokens: 99, answerTokensParameter: name }) });
    succeeded(await call('gpt', { message: 'Hello' }));
    const { body } = server.asked[0] ?? {};
    expect(Object.entries(body ?? {}).filter(([key]) => key.startsWith('max_'))).toEqual([[name, 99]]);
  });

  const cutOff = (content: string) => reply({ choices: [{ finish_reason: 'length', message: { role: 'assistant', content } }] });

  test('is told where it has cut the answer off', async () => {
    const { call } = setUp();
    server.answer = cutOff('Forty-');
    expect(succeeded(await call('gpt', { message: 'Hello' }))).toMatchObject({ text: 'Forty-', truncated: true });
  });

  test('may be used up by thinking, and would be again', async () => {
    const { call } = setUp();
    server.answer = cutOff('');
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'GPT_FAILED',
      message: 'The language model had used up the length of an answer before it came to one.',
      info: { retryable: false },
    });
  });
});

describe('the count', () => {
  /** Whom it has counted, and within how long it had to. */
  function counter(refusal?: AuthError) {
    const counted: [string, number][] = [];
    const countQuestion: CountQuestion = async (sub, timeoutMs) => {
      counted.push([sub, timeoutMs]);
      if (refusal) throw refusal;
    };
    return { counted, countQuestion };
  }
  const token = madeUpToken({ sub: 'a-sub', username: 'ada' });

  test('is of the user, before the question is sent, whatever comes of it', async () => {
    const { counted, countQuestion } = counter();
    const { call } = setUp({ countQuestion });
    succeeded(await call('gpt', { message: 'Hello' }, { token }));
    server.answer = json(500, {});
    expect(refused(await call('gpt', { message: 'Hello' }, { token })).code).toBe('GPT_FAILED');
    expect(counted).toEqual([
      ['a-sub', 25_000],
      ['a-sub', 25_000],
    ]);
  });

  test('is none by a key of the own, nor of what is refused before it is sent', async () => {
    const { counted, countQuestion } = counter();
    const { call } = setUp({ countQuestion, secret: [secret('')] });
    succeeded(await call('gpt', { message: 'Hello', key: callersKey }, { token }));
    expect(refused(await call('gpt', { message: '' }, { token })).code).toBe('INVALID_INPUT');
    expect(refused(await call('gpt', { message: 'Hello', model: 'the-dearest' }, { token })).code).toBe('INVALID_INPUT');
    expect(refused(await call('gpt', { message: 'Hello' }, { token })).code).toBe('GPT_NOT_CONFIGURED');
    expect(counted).toEqual([]);
  });

  test('that is refused ends it: nobody is asked', async () => {
    const { call } = setUp(counter(new AuthError('TOO_MANY_REQUESTS', 'Enough.')));
    expect(refused(await call('gpt', { message: 'Hello' }, { token }))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'Enough.',
      info: { retryable: false },
    });
    expect(server.asked).toEqual([]);
  });

  test('is of nobody without a user: the question is not sent', async () => {
    const { call } = setUp(counter());
    expect(refused(await call('gpt', { message: 'Hello' })).code).toBe('INTERNAL');
    expect(server.asked).toEqual([]);
  });
});

describe('the key', () => {
  test("is the caller's where he gives one, and Secrets Manager is not asked", async () => {
    const { call, secrets } = setUp();
    succeeded(await call('gpt', { message: 'Hello', key: callersKey }));
    expect(server.asked[0]?.authorization).toBe(`Bearer ${callersKey}`);
    expect(server.asked[0]?.url).not.toContain('sk-');
    expect(secrets.sent).toEqual([]);
  });

  test('is read once in five minutes, by a signed request', async () => {
    const { call, secrets, clock } = setUp();
    succeeded(await call('gpt', { message: 'Hello' }));
    clock.ms += 299_999;
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(secrets.sent).toHaveLength(1);
    expect(secrets.sent[0]).toMatchObject({
      operation: 'GetSecretValue',
      body: { SecretId: 'arn:aws:secretsmanager:eu-central-1:1:secret:openai' },
    });
    expect(secrets.sent[0]?.headers['authorization']).toContain('AWS4-HMAC-SHA256 Credential=AKIATEST/');
  });

  test('that was rotated is taken up after five minutes', async () => {
    const { call, clock } = setUp({ secret: [secret('{"apiKey":"sk-old"}'), secret('{"apiKey":"sk-new"}')] });
    succeeded(await call('gpt', { message: 'Hello' }));
    clock.ms += 300_000;
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(server.asked.map(({ authorization }) => authorization)).toEqual(['Bearer sk-old', 'Bearer sk-new']);
  });

  test('that the provider refuses is read anew for the next call', async () => {
    const { call } = setUp({ secret: [secret('{"apiKey":"sk-old"}'), secret('{"apiKey":"sk-new"}')] });
    server.answer = json(401, { error: { message: 'Incorrect API key provided: sk-o*d.' } });
    expect(refused(await call('gpt', { message: 'Hello' })).code).toBe('GPT_FAILED');
    server.answer = reply({});
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(server.asked.map(({ authorization }) => authorization)).toEqual(['Bearer sk-old', 'Bearer sk-new']);
  });

  test.each([
    ['there is no secret', exception('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")],
    ['the secret is being deleted', exception('InvalidRequestException', 'You cannot perform this operation.')],
    ['the secret is empty', secret('')],
    ['the secret is not JSON', secret('sk-bare')],
    ['the secret has no key', secret('{"key":"sk-misnamed"}')],
    ['the key is empty', secret('{"apiKey":" "}')],
  ])('is missing where %s', async (_, answer) => {
    const { call, secrets } = setUp({ secret: [answer] });
    for (const times of [1, 2]) {
      expect(refused(await call('gpt', { message: 'Hello' }))).toEqual({
        code: 'GPT_NOT_CONFIGURED',
        message: 'There is no key for the language model. Give `key`.',
        info: { cognito: null, retryable: false, field: null, requestId: expect.any(String) },
      });
      expect(secrets.sent).toHaveLength(times);
    }
    expect(server.asked).toEqual([]);
  });

  test('that may not be read is nobody’s business but the operator’s', async () => {
    const { call, lines } = setUp({ secret: [exception('AccessDeniedException', 'not authorized to perform: GetSecretValue')] });
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'INTERNAL',
      message: 'Something went wrong.',
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', cause: { name: 'AccessDeniedException' } });
  });

  test('that cannot be reached in time is UNAVAILABLE', async () => {
    const { call } = setUp({ secret: [exception('InternalServiceError', 'An error occurred on the server side.', 500)] });
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({ code: 'UNAVAILABLE', info: { retryable: true } });
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
    const { call, secrets } = setUp();
    expect(refused(await call('gpt', args))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field, retryable: false, cognito: null },
    });
    expect([...server.asked, ...secrets.sent]).toEqual([]);
  });

  test('is as long as the deployment says, in characters', async () => {
    const { call } = setUp({ messageCharacters: 3 });
    succeeded(await call('gpt', { message: '😀😀😀' }));
    expect(refused(await call('gpt', { message: 'four' }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: '`message` must hold at most 3 characters.',
      info: { field: 'message' },
    });
  });

  test('of eight thousand characters is taken, whatever their size in memory', async () => {
    const { call } = setUp();
    succeeded(await call('gpt', { message: '😀'.repeat(8_000), model: 'openai/gpt-5.1:free', key: null }));
    expect(server.asked[0]?.body['model']).toBe('openai/gpt-5.1:free');
  });
});

const echo = {
  error: { message: `Incorrect API key provided: ${callersKey}.`, type: 'invalid_request_error', code: 'invalid_api_key' },
};

describe("the provider's failure", () => {
  test.each([
    ['a bad key', json(401, echo), 'GPT_FAILED', "The language model's provider refused the `key` that was given.", false, 'key'],
    ['a key without the right', json(403, echo), 'GPT_FAILED', "The language model's provider refused the request.", false, null],
    ['an unknown model', json(404, echo), 'GPT_FAILED', 'The provider does not have this model.', false, 'model'],
    ['a bad request', json(400, echo), 'GPT_FAILED', "The language model's provider refused the request.", false, null],
    [
      'a rate limit',
      json(429, { error: { message: 'Slow down.', code: 'rate_limit_exceeded' } }),
      'TOO_MANY_REQUESTS',
      "The language model's provider has too many requests. Try again shortly.",
      true,
      null,
    ],
    [
      'an empty purse',
      json(429, { error: { message: 'You exceeded your quota.', code: 'insufficient_quota' } }),
      'GPT_FAILED',
      'The quota of the key is used up.',
      false,
      null,
    ],
    ['a breakdown', json(500, echo), 'GPT_FAILED', "The language model's provider failed. Try again.", true, null],
    [
      'a breakdown that is no JSON',
      raw(502, 'text/html', '<h1>Bad Gateway</h1>'),
      'GPT_FAILED',
      "The language model's provider failed. Try again.",
      true,
      null,
    ],
    ['an answer without choices', reply({ choices: [] }), 'GPT_FAILED', 'The language model gave no answer.', true, null],
    [
      'an answer without text',
      reply({ choices: [{ message: { content: null } }] }),
      'GPT_FAILED',
      'The language model gave no answer.',
      true,
      null,
    ],
    ['an empty answer', raw(200, 'application/json', ''), 'GPT_FAILED', 'The language model gave no answer.', true, null],
    ['an answer that is null', json(200, null), 'GPT_FAILED', 'The language model gave no answer.', true, null],
    [
      'a page instead of an answer',
      raw(200, 'text/html', '<h1>Hello</h1>'),
      'GPT_FAILED',
      'The language model gave no answer.',
      true,
      null,
    ],
    [
      'broken JSON',
      raw(200, 'application/json', '{"choices": ['),
      'GPT_FAILED',
      "The language model's provider gave an answer of no use.",
      true,
      null,
    ],
    [
      'a closed connection',
      (response: Parameters<ChatServer['answer']>[0]) => void response.destroy(),
      'UNAVAILABLE',
      'The language model did not answer in time. Try again.',
      true,
      null,
    ],
    [
      'a redirect, which would carry the key elsewhere',
      (response: Parameters<ChatServer['answer']>[0]) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
      'UNAVAILABLE',
      'The language model did not answer in time. Try again.',
      true,
      null,
    ],
  ])('%s', async (_, answer, code, message, retryable, field) => {
    const { call, lines } = setUp();
    server.answer = answer;
    expect(refused(await call('gpt', { message: 'Hello', key: callersKey }))).toEqual({
      code,
      message,
      info: { cognito: null, retryable, field, requestId: expect.any(String) },
    });
    expect(server.asked).toHaveLength(1);
    expect(lines.join()).not.toContain('sk-');
  });

  test("of the deployment's key does not blame the caller", async () => {
    const { call } = setUp();
    server.answer = json(401, echo);
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'GPT_FAILED',
      message: "The language model's provider refused this deployment's key.",
      info: { field: null, retryable: false },
    });
  });

  test('to be there at all is UNAVAILABLE', async () => {
    const gone = await startChatServer();
    await gone.close();
    const { call } = setUp({ chat: createChat({ ...answers, baseUrl: gone.baseUrl }) });
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({ code: 'UNAVAILABLE', info: { retryable: true } });
  });

  test('is not blamed for one of our own', async () => {
    const { call, lines } = setUp({ chat: createChat({ ...answers, baseUrl: 'no URL' }) });
    expect(refused(await call('gpt', { message: 'Hello' })).code).toBe('INTERNAL');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', cause: { name: 'TypeError' } });
  });
});

describe('the time-out', () => {
  const hasty: Chat = (question) => createChat({ ...answers, baseUrl: server.baseUrl })({ ...question, timeoutMs: 50 });

  test.each<[string, ChatServer['answer']]>([
    ['no answer', () => undefined],
    [
      'an answer that stops in its middle',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":'),
    ],
  ])('ends the wait for %s', async (_, answer) => {
    const { call } = setUp({ chat: hasty });
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
    const { call } = setUp({ chat, apiKey: { read, forget: () => undefined } }, clock);
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(timeouts).toEqual([22_000]);
  });
});
