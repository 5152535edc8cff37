import type { ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { HttpResponse } from '../../../local/http/http-message.ts';
import { AuthError } from '../../../resolvers/errors/auth-error.ts';
import { type ApiKey, createApiKey, createSecrets } from '../../../resolvers/gpt/api-key.ts';
import { type Chat, createChat } from '../../../resolvers/gpt/chat.ts';
import type { CountQuestion } from '../../../resolvers/gpt/daily-limit.ts';
import { createCaller, inProcess, refused, succeeded } from '../../support/caller.ts';
import { type ChatServer, json, raw, reply, startChatServer } from '../../support/resolvers/chat-server.ts';
import { madeUpToken } from '../../support/resolvers/made-up-token.ts';
import { exception, stubWire, success } from '../../support/resolvers/stub-wire.ts';

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
    const { call } = setUp();
    server.answer = reply({ choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: parts } }] });
    expect(succeeded(await call('gpt', { message: 'Hello' })).text).toBe('Forty-two.');
  });

  test.each([
    ['larger than a number of GraphQL', { prompt_tokens: 2 ** 31, completion_tokens: 1 }],
    ['broken', { prompt_tokens: 1.5, completion_tokens: 1 }],
    ['below zero', { prompt_tokens: -1, completion_tokens: 1 }],
    ['a text', { prompt_tokens: '1', completion_tokens: 1 }],
  ])('has no usage where a count is %s', async (_, usage) => {
    const { call } = setUp();
    server.answer = reply({ usage, model: '' });
    expect(succeeded(await call('gpt', { message: 'Hello' }))).toMatchObject({ usage: null, model: 'test-model' });
  });

  test('holds no half of a character, is compressed, and says that there was no error', async () => {
    const { call } = setUp();
    const choices = [{ finish_reason: 'stop', message: { content: 'a\ud800b' } }];
    const body = gzipSync(JSON.stringify({ error: null, choices }));
    server.answer = (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    expect(succeeded(await call('gpt', { message: 'Hello' })).text).toBe('a\ufffdb');
  });

  test('is found below a base URL that ends with a slash, or has a query', async () => {
    for (const suffix of ['/', '?api-version=1']) {
      const { call } = setUp({ chat: createChat({ ...answers, baseUrl: server.baseUrl + suffix }) });
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
    const { call } = setUp();
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
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', message: { cause: { name: 'AccessDeniedException' } } });
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
const error = (message: string, more: object = {}) => ({ error: { message, ...more } });
const content = (message: unknown, more: object = {}) =>
  reply({ choices: [{ index: 0, finish_reason: 'stop', message, ...more }] });

const noApi = 'The base URL leads to no Chat Completions API: check `gpt.baseUrl`, or `OPENAI_BASE_URL` on a laptop.';
const noModel = 'The provider does not have this model.';
const tooLong = 'The question is too long for this model.';
const quota = 'The quota of the key is used up.';
const refusedRequest = "The language model's provider refused the request.";
const failedAgain = "The language model's provider failed. Try again.";
const useless = "The language model's provider gave an answer of no use.";
const filteredQuestion = "The provider's content filter stopped the question.";
const filteredAnswer = "The provider's content filter stopped the answer.";
const refusedAnswer = 'The language model refused to answer this.';
const noAnswer = 'The language model gave no answer.';
const unreachable = 'The language model could not be reached. Try again.';
const page = '<!doctype html><title>Not here</title><h1>Not here</h1>';

type Row = readonly [what: string, answer: ChatServer['answer'], message: string, retryable: boolean, field?: string];

/** Each form that one of the providers was seen to use. */
const failures: readonly Row[] = [
  ['a bad key', json(401, echo), "The language model's provider refused the `key` that was given.", false, 'key'],
  [
    'a bad key (Gemini)',
    json(400, [error('API key not valid. Please pass a valid API key.', { code: 400, status: 'INVALID_ARGUMENT' })]),
    "The language model's provider refused the `key` that was given.",
    false,
    'key',
  ],
  ['a country without the right', json(403, error('Not here.', { code: 'unsupported_country' })), refusedRequest, false],
  ['a wall that is a page', raw(403, 'text/html', page), refusedRequest, false],
  [
    'a bad request',
    json(400, error("Unsupported parameter: 'max_tokens' is not supported with this model.")),
    refusedRequest,
    false,
  ],
  ['a bad request (FastAPI)', json(422, { detail: [{ loc: ['body'], msg: 'field required' }] }), refusedRequest, false],
  ['an empty purse', json(429, error('You exceeded your quota.', { code: 'insufficient_quota' })), quota, false],
  ['an empty purse (DeepSeek)', json(402, error('Insufficient Balance')), quota, false],

  [
    'an unknown model (OpenAI)',
    json(404, error('The model `x` does not exist', { code: 'model_not_found' })),
    noModel,
    false,
    'model',
  ],
  ['an unknown model (Ollama)', json(404, error('model "x" not found, try pulling it first')), noModel, false, 'model'],
  [
    'an unknown model (vLLM)',
    json(404, { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', code: 404 }),
    noModel,
    false,
    'model',
  ],
  ['an unknown model (OpenRouter)', json(400, error('x is not a valid model ID', { code: 400 })), noModel, false, 'model'],
  [
    'an unknown model (Mistral)',
    json(400, { object: 'error', message: 'Invalid model: x', type: 'invalid_model' }),
    noModel,
    false,
    'model',
  ],
  [
    'a model that is not deployed (Azure)',
    json(404, error('No such thing.', { code: 'DeploymentNotFound' })),
    noModel,
    false,
    'model',
  ],

  ['a question too long (OpenAI)', json(400, error('Too many.', { code: 'context_length_exceeded' })), tooLong, false, 'message'],
  ['a question too long (vLLM)', json(400, error("This model's maximum context length is 9 tokens.")), tooLong, false, 'message'],
  ['a question too long (nginx)', raw(413, 'text/html', page), tooLong, false, 'message'],

  ['a filter of questions (Azure)', json(400, error('Filtered.', { code: 'content_filter' })), filteredQuestion, false],
  ['a filter of questions (OpenRouter)', json(403, error('Your input was flagged', { code: 403 })), filteredQuestion, false],
  ['a filter of answers', content({ content: null }, { finish_reason: 'content_filter' }), filteredAnswer, false],
  ['a filter amid the answer', content({ content: 'First, take' }, { finish_reason: 'content_filter' }), filteredAnswer, false],
  ['a filter of answers (Gemini)', content({}, { finish_reason: 'SAFETY' }), filteredAnswer, false],
  ['a refusal', content({ content: null, refusal: "I'm sorry." }), refusedAnswer, false],
  ['a refusal as a part', content({ content: [{ type: 'refusal', refusal: "I'm sorry." }] }), refusedAnswer, false],

  ['a base URL of a web site', raw(404, 'text/html', page), noApi, false],
  ['a base URL without its version (Ollama)', raw(404, 'text/plain', '404 page not found'), noApi, false],
  ['a base URL without its version (OpenAI)', json(404, error('Invalid URL (POST /chat/completions)')), noApi, false],
  ['a base URL without its version (FastAPI)', json(404, { detail: 'Not Found' }), noApi, false],
  [
    'a base URL without its version (LM Studio)',
    json(200, { error: 'Unexpected endpoint or method. (POST /chat/completions)' }),
    noApi,
    false,
  ],
  ['a base URL that takes no POST', raw(405, 'text/html', page), noApi, false],
  ['a base URL of a page for everything', raw(200, 'text/html', page), noApi, false],
  ['a base URL of another API', json(200, { message: 'Welcome!' }), noApi, false],
  ['a base URL of a list', json(200, []), noApi, false],
  ['a base URL of nothing', json(200, null), noApi, false],
  ['a base URL that only streams', raw(200, 'text/event-stream', 'data: {"choices":[]}\n\ndata: [DONE]\n'), noApi, false],
  [
    'a redirect, which would carry the key elsewhere',
    (response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    noApi,
    false,
  ],

  ['a breakdown', json(500, error('Oops.')), failedAgain, true],
  ['a breakdown that is a page', raw(502, 'text/html', page), failedAgain, true],
  ['too much to do (Anthropic)', json(529, error('Overloaded', { type: 'overloaded_error' })), failedAgain, true],
  ['a breakdown of status 200 (OpenRouter)', json(200, error('Provider returned error', { code: 502 })), failedAgain, true],
  [
    'a breakdown in the choice (OpenRouter)',
    reply({ choices: [{ error: { code: 503, message: 'x' }, message: { content: '' } }] }),
    failedAgain,
    true,
  ],
  ['a breakdown by its type', json(200, error('Oops.', { type: 'server_error' })), failedAgain, true],
  ['an error of status 200 that says nothing', json(200, { error: 'no' }), refusedRequest, false],

  ['an answer without choices', reply({ choices: [] }), noAnswer, true],
  ['an answer without text', content({ content: null }), noAnswer, true],
  [
    'an answer of thoughts alone',
    content({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }] }),
    noAnswer,
    true,
  ],
  ['an answer that calls a tool', content({ content: null, tool_calls: [{}] }, { finish_reason: 'tool_calls' }), noAnswer, true],
  ['an empty answer', raw(200, 'application/json', ''), useless, true],
  ['broken JSON', raw(200, 'application/json', '{"choices": ['), useless, true],
  [
    'broken gzip',
    (response) =>
      void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{"choices":[]}'),
    useless,
    true,
  ],
];

describe("the provider's failure", () => {
  const info = (retryable: boolean, field: string | null = null) => ({
    cognito: null,
    retryable,
    field,
    requestId: expect.any(String),
  });

  const rows = failures.map(([what, answer, message, retryable, field]) => ({ what, answer, message, retryable, field }));

  test.each(rows)('$what', async ({ answer, message, retryable, field }) => {
    const { call, lines } = setUp();
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
    const { call } = setUp();
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
    const { call } = setUp();
    server.answer = answer;
    expect(refused(await call('gpt', { message: 'Hello' }))).toEqual({
      code: 'UNAVAILABLE',
      message: unreachable,
      info: info(true),
    });
    expect(server.asked).toHaveLength(1);
  });

  describe('to speak HTTP', () => {
    const wrongBaseUrl =
      'The base URL of the language model leads to no web server: check `gpt.baseUrl`, or `OPENAI_BASE_URL` on a laptop.';

    async function ask(baseUrl: string) {
      const { call } = setUp({ chat: createChat({ ...answers, baseUrl }) });
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
    const { call, lines } = setUp();
    server.answer = json(418, echo.error);
    refused(await call('gpt', { message: 'Hello' }));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'WARN',
      message: { cause: { name: 'ProviderError', code: 'HTTP_418' } },
    });
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
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', message: { cause: { name: 'TypeError' } } });
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
