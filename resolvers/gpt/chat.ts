import type { AnswerTokensParameter } from '../config/functions/gpt.ts';
import { AuthError } from '../errors/auth-error.ts';
import type { GptReply } from '../generated/schema.ts';
import { type KeyOwner, unusable } from './chat-refusal.ts';
import { type ProviderAnswer, readReply } from './chat-reply.ts';

export interface Question {
  readonly apiKey: string;
  readonly keyOwner: KeyOwner;
  readonly model: string;
  readonly message: string;
  /** For the whole answer, including its body. A whole number. */
  readonly timeoutMs: number;
}

/**
 * Asks a language model one question.
 * @throws AuthError `GPT_FAILED`, `TOO_MANY_REQUESTS`, `UNAVAILABLE`. Its message never contains the provider's own,
 * which may repeat parts of a key.
 */
export type Chat = (question: Question) => Promise<GptReply>;

export interface ChatOptions {
  /** Null for OpenAI's own endpoint. */
  readonly baseUrl: string | null;
  /** The longest answer, including the model's reasoning. */
  readonly answerTokens: number;
  /** The endpoint's name for that limit. */
  readonly answerTokensParameter: AnswerTokensParameter;
}

/** Chat Completions, which every OpenAI-compatible endpoint speaks (https://platform.openai.com/docs/api-reference/chat/create). */
export function createChat({ baseUrl, answerTokens, answerTokensParameter }: ChatOptions): Chat {
  return async (question) => {
    const { apiKey, model, message, timeoutMs } = question;
    const url = endpoint(baseUrl ?? 'https://api.openai.com/v1');
    const request: RequestInit = {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ model, messages: [{ role: 'user', content: message }], [answerTokensParameter]: answerTokens }),
      // A redirect would send the key and the message elsewhere.
      redirect: 'manual',
      // Also limits reading the body. There is no retry, since a second attempt would not fit into the function's
      // time-out.
      signal: AbortSignal.timeout(timeoutMs),
    };
    return readReply(await ask(url, request, baseUrl !== null), question);
  };
}

/** Keeps the query of the base URL, which some providers require. */
function endpoint(baseUrl: string): URL {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  return url;
}

async function ask(url: URL, request: RequestInit, isOwnUrl: boolean): Promise<ProviderAnswer> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, body: await readBody(response.body) };
  } catch (error) {
    throw translate(error, isOwnUrl);
  }
}

/**
 * The longest answer, in decompressed bytes: AppSync passes on up to 5 MB. The longest answer that a stage may allow,
 * 128,000 tokens, is less than 1 MB of text.
 * @see docs/aws-behaviour/appsync.md#appsync.limits.answer
 */
const MAX_BYTES = 4 * 1024 * 1024;

class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/** Leaving the loop closes the connection. */
async function readBody(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new TooLongError();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/**
 * The error to report if there is no complete answer. An error that the provider has not caused is returned unchanged.
 * @param isOwnUrl Whether the stage sets the URL, which may then be wrong.
 */
function translate(error: unknown, isOwnUrl: boolean): unknown {
  if (!(error instanceof Error)) return error;
  const options = { cause: error };
  if (error instanceof TooLongError) {
    return new AuthError('GPT_FAILED', "The answer of the language model's provider was too long.", options);
  }
  if (error.name === 'TimeoutError') {
    const message = 'The language model did not answer in time. Try again.';
    return new AuthError('UNAVAILABLE', message, { ...options, retryable: true });
  }
  // What fetch throws before the headers and while reading the body. Its other errors are about the request.
  if (error.message !== 'fetch failed' && error.message !== 'terminated') return error;
  const sign = signOf(error.cause);
  if (/^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(sign)) {
    return new AuthError('GPT_FAILED', "The certificate of the language model's provider is not trusted.", options);
  }
  if (/^(HTTPParserError|UND_ERR_HEADERS_OVERFLOW|EPROTO|ERR_SSL_|bad port)/.test(sign) || (isOwnUrl && sign === 'ENOTFOUND')) {
    return new AuthError(
      'GPT_FAILED',
      'The base URL of the language model does not lead to a web server: check `gpt.baseUrl`, or `OPENAI_BASE_URL` on a ' +
        'laptop.',
      options,
    );
  }
  if (/^(Z_|ERR__?ERROR_FORMAT|ERR_BROTLI|ZSTD_)/.test(sign)) return unusable(error);
  return new AuthError('UNAVAILABLE', 'The language model could not be reached. Try again.', { ...options, retryable: true });
}

/**
 * What distinguishes the causes of fetch's errors: Node's code, otherwise the name, or the text for a forbidden port.
 */
function signOf(cause: unknown): string {
  const error: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.message === 'bad port' ? error.message : error.name;
}
