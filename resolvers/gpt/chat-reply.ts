import type { GptReply } from '../generated/schema.ts';
import { gaveNoAnswer, type KeyOwner, noApi, reportedIn, stopped, unusable, whyRefused } from './chat-refusal.ts';

/** The HTTP answer of a provider. */
export interface ProviderAnswer {
  readonly status: number;
  readonly body: string;
}

interface Asked {
  readonly model: string;
  readonly keyOwner: KeyOwner;
}

/**
 * The reply in a provider's answer. Endpoints that call themselves compatible omit fields that OpenAI promises, add
 * others, and report errors with status 200.
 * @throws AuthError `GPT_FAILED`, `TOO_MANY_REQUESTS`.
 */
export function readReply({ status, body }: ProviderAnswer, { model, keyOwner }: Asked): GptReply {
  const json = parse(body);
  const report = reportedIn(json);
  if (status < 200 || status > 299 || report !== null) throw whyRefused(status, report, keyOwner);
  // Truncated JSON may be complete next time; HTML or other text comes from a different kind of server.
  if (json === undefined) throw /^\s*([[{]|$)/.test(body) ? unusable() : noApi();
  const answer = members(json);
  const choices = answer['choices'];
  if (!Array.isArray(choices)) throw noApi();
  const choice = members(choices[0]);
  const message = members(choice['message']);
  const text = textOf(message['content']);
  const reason = String(choice['finish_reason'] ?? '').toLowerCase();
  const truncated = reason === 'length' || reason === 'max_tokens';
  if (filtered.has(reason)) throw stopped("The provider's content filter stopped the answer.");
  if (text === '') {
    if (truncated) throw stopped('The language model reached the limit of its answer before it answered.');
    if (isRefusal(message)) throw stopped('The language model refused to answer this.');
    throw gaveNoAnswer();
  }
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = members(answer['usage']);
  return {
    // JSON may contain half of a surrogate pair, which AppSync could not return.
    text: text.toWellFormed(),
    truncated,
    model: typeof answer['model'] === 'string' && answer['model'] !== '' ? answer['model'] : model,
    usage: isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : null,
  };
}

/** The reasons that OpenAI and Gemini give if a filter has ended the answer. */
const filtered: ReadonlySet<string> = new Set(['content_filter', 'safety', 'prohibited_content', 'blocklist', 'recitation']);

/** The text, or the texts of all parts, since some providers answer with a list. The model's reasoning is left out. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  return parts.map((part) => (typeof part === 'string' ? part : textOfPart(members(part)))).join('');
}

function textOfPart({ type = 'text', text }: Readonly<Record<string, unknown>>): string {
  return (type === 'text' || type === 'output_text') && typeof text === 'string' ? text : '';
}

/** Either beside an empty content, or as a part of it. */
function isRefusal({ refusal, content }: Readonly<Record<string, unknown>>): boolean {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [];
  return (typeof refusal === 'string' && refusal !== '') || parts.some((part) => members(part)['type'] === 'refusal');
}

/** Fits GraphQL's `Int`; AppSync would refuse the whole answer for a larger number. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2 ** 31 - 1;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The members of any value. */
function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
