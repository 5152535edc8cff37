import { AuthError } from '../errors/auth-error.ts';

/** Whose key a question is sent with. It decides the message if the provider refuses the key. */
export type KeyOwner = 'caller' | 'deployment';

/**
 * What a provider reported, in any of the usual formats. Never shown or logged, since it may repeat a key or the
 * question.
 */
export interface Report {
  /** The HTTP status in the report, if it contains one. */
  readonly status: number | null;
  /** Its code, type and message, for searching. */
  readonly words: string;
}

/**
 * The error in an answer; null if there is none. OpenAI's format is `{ error: { message, type, code } }`. Others have a
 * text there, put the error into a list (Gemini) or into the choice (OpenRouter), or omit `error` (vLLM, FastAPI).
 */
export function reportedIn(json: unknown): Report | null {
  const answer = members(Array.isArray(json) ? json[0] : json);
  const choices = answer['choices'];
  const inChoice = Array.isArray(choices) ? members(choices[0])['error'] : undefined;
  const error = answer['error'] ?? inChoice ?? (isBare(answer) ? answer : null);
  if (!error) return null;
  const { code, type, message, detail, status } = members(error);
  const named = [code, status].map(Number).find((number) => number >= 400 && number <= 599);
  const said =
    typeof error === 'string' ? [error] : [code, type, message, detail, status].filter((each) => typeof each === 'string');
  return { status: named ?? null, words: said.join(' ') };
}

function isBare(answer: Readonly<Record<string, unknown>>): boolean {
  return answer['object'] === 'error' || ('detail' in answer && !('choices' in answer));
}

/** The cause of a refusal for the log: only its status, nothing of its text. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: string;
  /** Whether it was the key that was refused. */
  readonly isAboutKey: boolean;

  constructor(status: number, isAboutKey: boolean) {
    super(`The provider answered with status ${status}.`);
    this.code = `HTTP_${status}`;
    this.isAboutKey = isAboutKey;
  }
}

interface Kind {
  /** Matches the status. */
  readonly status?: (status: number) => boolean;
  /** Matches the report, whatever the status. */
  readonly words?: RegExp;
  readonly message: string;
  readonly code?: 'TOO_MANY_REQUESTS';
  readonly field?: string;
  readonly retryable?: true;
  readonly isAboutKey?: true;
}

const noApiMessage = 'The base URL is not that of a Chat Completions API: check `gpt.baseUrl`, or `OPENAI_BASE_URL` on a laptop.';
const failedMessage = "The language model's provider failed. Try again.";

/** The first match wins. The report is more exact than the status, which providers use inconsistently. */
const kinds: readonly Kind[] = [
  {
    words: /content_filter|content_policy|ResponsibleAIPolicyViolation|\bflagged\b/i,
    message: "The provider's content filter stopped the question.",
  },
  {
    status: (status) => status === 401,
    words: /invalid_api_key|API key not valid|incorrect API key/i,
    message: '',
    isAboutKey: true,
  },
  // https://platform.openai.com/docs/guides/error-codes: status 429, like too many requests.
  {
    status: (status) => status === 402,
    words: /insufficient[_ ](quota|balance|credits|funds)|billing_(not_active|hard_limit)/i,
    message: 'The quota of the key is used up.',
  },
  {
    status: (status) => status === 429,
    message: "The language model's provider has too many requests. Try again shortly.",
    code: 'TOO_MANY_REQUESTS',
    retryable: true,
  },
  {
    status: (status) => status === 413,
    words: /context_length_exceeded|maximum context length|string_above_max_length/i,
    message: 'The question is too long for this model.',
    field: 'message',
  },
  {
    words:
      /model_not_found|invalid_model|DeploymentNotFound|No endpoints found|\b(unknown|invalid|no such|not a valid) model\b|\bmodels?\b.{0,140}\b(not exist|not found|not available|not supported|not a valid|is not found|invalid)/i,
    message: 'The provider does not have this model.',
    field: 'model',
  },
  {
    status: (status) => (status >= 300 && status < 400) || [404, 405, 410, 501].includes(status),
    words: /unexpected endpoint|unknown_url|\b(invalid|unknown|unknown request) (url|path|route)\b|\bno route\b/i,
    message: noApiMessage,
  },
  {
    status: (status) => status >= 500 || [408, 409, 425].includes(status),
    words: /\b(server_error|internal_error|overloaded(_error)?|timeout|unavailable)\b/i,
    message: failedMessage,
    retryable: true,
  },
];

const keyRefused = {
  caller: "The language model's provider refused the `key` that was given.",
  deployment: "The language model's provider refused this deployment's key.",
};

/** Why there is no answer, as an error for the caller. */
export function whyRefused(status: number, report: Report | null, keyOwner: KeyOwner): AuthError {
  const meant = report?.status && status < 300 ? report.status : status;
  const kind =
    kinds.find(({ words }) => report !== null && words?.test(report.words)) ??
    kinds.find((each) => each.status?.(meant) ?? false);
  const cause = new ProviderError(status, kind?.isAboutKey ?? false);
  if (kind === undefined) return new AuthError('GPT_FAILED', "The language model's provider refused the request.", { cause });
  if (kind.isAboutKey) {
    return new AuthError('GPT_FAILED', keyRefused[keyOwner], { cause, ...(keyOwner === 'caller' && { field: 'key' }) });
  }
  const { message, code = 'GPT_FAILED', field, retryable = false } = kind;
  return new AuthError(code, message, { cause, retryable, ...(field !== undefined && { field }) });
}

/** The server is not a Chat Completions API. */
export function noApi(): AuthError {
  return new AuthError('GPT_FAILED', noApiMessage);
}

/** An incomplete or invalid answer. */
export function unusable(cause?: Error): AuthError {
  return new AuthError('GPT_FAILED', "The language model's provider gave an invalid answer.", { cause, retryable: true });
}

/** A model that gave no answer may give one next time. */
export function gaveNoAnswer(): AuthError {
  return new AuthError('GPT_FAILED', 'The language model gave no answer.', { retryable: true });
}

/** An answer that would end the same way again. */
export function stopped(message: string): AuthError {
  return new AuthError('GPT_FAILED', message);
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
