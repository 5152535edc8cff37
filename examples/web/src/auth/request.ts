import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { ApiError, type ErrorEntry, refusalOf, unreachable } from './api-error.ts';

/** Where the API is. */
export interface Endpoint {
  readonly url: string;
  readonly apiKey: string;
}

/** How long a call may take: AppSync itself gives up after 30 seconds. */
const timeoutMs = 30_000;

/**
 * One operation by the API key, with nothing but `fetch`. The auth client renews and revokes tokens by it, so that it needs no GraphQL client.
 * Throws an `ApiError`; `UNREACHABLE` where nobody answers.
 */
export async function request<Result, Variables>(
  { url, apiKey }: Endpoint,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { data, errors } = await post(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({ query: print(document), variables }),
    signal: AbortSignal.timeout(timeoutMs),
    // A sign-out goes through even when the page is left at once.
    keepalive: true,
  });
  const refusal = refusalOf(errors);
  if (refusal) throw refusal;
  if (data === undefined || data === null) throw new ApiError('INTERNAL', 'The API answered with neither data nor errors.');
  // The document is typed from the schema that the server answers by.
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
