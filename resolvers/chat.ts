import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { AuthError } from './auth-error.ts';
import type { AnswerTokensParameter } from './config.ts';
import type { GptReply } from './generated/schema.ts';

export interface Question {
  readonly apiKey: string;
  /** Whose key it is, for the message when the provider refuses it. */
  readonly keyOwner: 'caller' | 'deployment';
  readonly model: string;
  readonly message: string;
  /** For the whole answer, body included. A whole number. */
  readonly timeoutMs: number;
}

/**
 * Asks a language model one question.
 * @throws AuthError `GPT_FAILED`, `TOO_MANY_REQUESTS`, `UNAVAILABLE`. The provider's own messages stay out: they may repeat parts of a key.
 */
export type Chat = (question: Question) => Promise<GptReply>;

export interface ChatOptions {
  /** Null for OpenAI's own endpoint. */
  readonly baseUrl: string | null;
  /** The longest answer, what the model thinks included. */
  readonly answerTokens: number;
  /** What the endpoint calls that limit. */
  readonly answerTokensParameter: AnswerTokensParameter;
}

/** Chat Completions, which every OpenAI-compatible endpoint speaks. */
export function createChat({ baseUrl, answerTokens, answerTokensParameter }: ChatOptions): Chat {
  return async ({ apiKey, keyOwner, model, message, timeoutMs }) => {
    const client = new OpenAI({
      apiKey,
      // Given, since the client would otherwise look for each in the environment.
      baseURL: baseUrl ?? 'https://api.openai.com/v1',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      // The caller decides whether to ask again: a second attempt would not fit below the function's time-out.
      maxRetries: 0,
      timeout: timeoutMs,
      logLevel: 'off',
      // A redirect would carry the key and the message to somewhere else.
      fetchOptions: { redirect: 'error' },
    });
    // The client's own time-out ends with the headers; the signal covers the body too.
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const completion: unknown = await client.chat.completions.create(
        { model, messages: [{ role: 'user', content: message }], [answerTokensParameter]: answerTokens },
        { signal },
      );
      return toReply(completion, model);
    } catch (error) {
      throw translate(error, keyOwner);
    }
  };
}

function toReply(completion: unknown, model: string): GptReply {
  const answer = read(completion);
  const choice = read(read(answer['choices'])[0]);
  const text = read(choice['message'])['content'];
  const truncated = choice['finish_reason'] === 'length';
  if (typeof text !== 'string' || text === '') {
    throw truncated
      ? failed('The language model had used up the length of an answer before it came to one.', false)
      : failed('The language model gave no answer.', true);
  }
  const usage = read(answer['usage']);
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage;
  return {
    text,
    truncated,
    model: typeof answer['model'] === 'string' ? answer['model'] : model,
    usage: isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : null,
  };
}

/** Members of anything: endpoints that call themselves compatible leave out what OpenAI's types promise. */
function read(value: unknown): Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

const keyRefused = {
  caller: "The language model's provider refused the `key` that was given.",
  deployment: "The language model's provider refused this deployment's key.",
};

/** What is not of the provider's making is a fault of ours, and flies on. */
function translate(error: unknown, keyOwner: Question['keyOwner']): unknown {
  // A time-out is one kind of connection error; the signal's abort is another kind of error.
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) {
    return new AuthError('UNAVAILABLE', 'The language model did not answer in time. Try again.', {
      retryable: true,
      cause: error,
    });
  }
  // What the client says of a body that is no JSON.
  if (error instanceof SyntaxError || (error instanceof APIError && error.status === undefined)) {
    return failed("The language model's provider gave an answer of no use.", true, { cause: error });
  }
  if (!(error instanceof APIError) || error.status === undefined) return error;
  const { status, code } = error;
  if (status === 401)
    return failed(keyRefused[keyOwner], false, keyOwner === 'caller' ? { field: 'key', cause: error } : { cause: error });
  // https://platform.openai.com/docs/guides/error-codes: one status for two things.
  if (status === 429 && code === 'insufficient_quota') return failed('The quota of the key is used up.', false, { cause: error });
  if (status === 429) {
    return new AuthError('TOO_MANY_REQUESTS', "The language model's provider has too many requests. Try again shortly.", {
      retryable: true,
      cause: error,
    });
  }
  if (status === 404) return failed('The provider does not have this model.', false, { field: 'model', cause: error });
  if (status >= 500) return failed("The language model's provider failed. Try again.", true, { cause: error });
  return failed("The language model's provider refused the request.", false, { cause: error });
}

function failed(
  message: string,
  retryable: boolean,
  options: { readonly field?: string; readonly cause?: unknown } = {},
): AuthError {
  return new AuthError('GPT_FAILED', message, { ...options, retryable });
}
