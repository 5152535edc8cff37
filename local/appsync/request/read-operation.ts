import { isNestedTooDeeply } from './nesting.ts';
import { malformed } from './refusal.ts';

/** What a client sends. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Empty if the client sent an empty name. */
  readonly operationName: string | null;
}

const unparsable = 'Unable to parse GraphQL query.';

/** Reads the body of a POST. Throws a 400 if it contains no query; AppSync checks this before the credential. */
export function readBody(body: string): Operation {
  if (body.trim() === '') throw malformed('Request body is empty.');
  return toOperation(parseRecord(body));
}

/**
 * Reads the parameters of a GET: `query`, `variables` as JSON, `operationName`. Throws a 400 if there is no query, as
 * for a POST.
 * @see docs/aws-behaviour/appsync.md#appsync.http.get
 */
export function readQueryString(url: string): Operation {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const variables = parameters.get('variables') || null;
  return toOperation({
    query: parameters.get('query'),
    variables: variables === null ? null : parseRecord(variables),
    operationName: parameters.get('operationName'),
  });
}

function toOperation({ query, variables = null, operationName = null }: Record<string, unknown>): Operation {
  if (typeof query !== 'string' || query.trim() === '') throw malformed(unparsable);
  if (operationName !== null && typeof operationName !== 'string') throw malformed(unparsable);
  if (variables !== null && !isRecord(variables)) throw malformed(unparsable);
  return { query, variables: variables ?? {}, operationName };
}

function parseRecord(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw malformed(unparsable);
  }
  if (!isRecord(value) || isNestedTooDeeply(value)) throw malformed(unparsable);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
