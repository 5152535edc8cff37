import { malformed } from './refusal.ts';

/** What a client posts. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

const unparsable = 'Unable to parse GraphQL query.';

/** Reads the body. Throws a 400 for anything that holds no query: AppSync looks at this before it looks at the credential. */
export function readOperation(body: string): Operation {
  if (body.trim() === '') throw malformed('Request body is empty.');
  const { query, variables = null, operationName = null } = parse(body);
  if (typeof query !== 'string' || query.trim() === '') throw malformed(unparsable);
  if (operationName !== null && typeof operationName !== 'string') throw malformed(unparsable);
  if (variables !== null && !isRecord(variables)) throw malformed(unparsable);
  return { query, variables: variables ?? {}, operationName: operationName === '' ? null : operationName };
}

function parse(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw malformed(unparsable);
  }
  if (!isRecord(value)) throw malformed(unparsable);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
