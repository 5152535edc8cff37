import { type ChatServer, json, raw, reply } from '../../support/resolvers/chat-server.ts';
import { callersKey } from './ask-gpt.ts';

export const echo = {
  error: { message: `Incorrect API key provided: ${callersKey}.`, type: 'invalid_request_error', code: 'invalid_api_key' },
};
export const error = (message: string, more: object = {}) => ({ error: { message, ...more } });
const content = (message: unknown, more: object = {}) =>
  reply({ choices: [{ index: 0, finish_reason: 'stop', message, ...more }] });

const noApi = 'The base URL is not that of a Chat Completions API: check `gpt.baseUrl`, or `OPENAI_BASE_URL` on a laptop.';
const noModel = 'The provider does not have this model.';
const tooLong = 'The question is too long for this model.';
const quota = 'The quota of the key is used up.';
const refusedRequest = "The language model's provider refused the request.";
const failedAgain = "The language model's provider failed. Try again.";
const useless = "The language model's provider gave an invalid answer.";
const filteredQuestion = "The provider's content filter stopped the question.";
const filteredAnswer = "The provider's content filter stopped the answer.";
const refusedAnswer = 'The language model refused to answer this.';
const noAnswer = 'The language model gave no answer.';
export const page = '<!doctype html><title>Not here</title><h1>Not here</h1>';

type Failure = readonly [what: string, answer: ChatServer['answer'], message: string, retryable: boolean, field?: string];

/** Each form that one of the providers was seen to use. */
export const failures: readonly Failure[] = [
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
