import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { ApiError, type ErrorEntry, refusalOf, unreachable } from './api-error.ts';

/** Where the API is. */
export interface Endpoint {
  readonly url: string;
  readonly apiKey: string;
}

/** How long a call may take: AppSync itself gives up after 30 seconds. */
const timeoutMs = 30_000;

/**
 * Sends one operation with nothing but `fetch`: by the API key or, if an access token is given, as its user. The
 * answers of a sign-in are tokens and secrets, which no cache should hold, so a sign-in needs no GraphQL client. Throws
 * an `ApiError`; `UNREACHABLE` if nobody answers.
 */
export async function request<Result, Variables>(
  { url, apiKey }: Endpoint,
  document: DocumentTypeDecoration<Result, Variables> & { toString(): string },
  variables: Variables,
  accessToken?: string,
): Promise<Result> {
  const { data, errors } = await post(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken === undefined ? { 'x-api-key': apiKey } : { authorization: accessToken }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal: AbortSignal.timeout(timeoutMs),
    // A sign-out is sent even if the user leaves the page at once.
    keepalive: true,
  });
  const refusal = refusalOf(errors);
  if (refusal) throw refusal;
  if (data === undefined || data === null) throw new ApiError('INTERNAL', 'The API answered with neither data nor errors.');
  // The type of the document comes from the schema of the server.
  return data as Result;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly ErrorEntry[];
}

async function post(url: string, init: RequestInit): Promise<Answer> {
  try {
    return (await (await fetch(url, init)).json()) as Answer;
  } catch (error) {
    throw unreachable(error);
  }
}
