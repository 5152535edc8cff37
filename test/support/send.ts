import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import type { ResultOf, TypedDocumentNode } from '@graphql-typed-document-node/core';
import { getOperationAST, print } from 'graphql';

/** An entry of `errors[]` as this API sends it. */
export interface ApiError {
  readonly errorType?: string;
  readonly errorInfo?: {
    readonly cognito: string | null;
    readonly retryable: boolean;
    readonly field: string | null;
    readonly requestId: string;
  } | null;
  readonly message: string;
  readonly path?: readonly (string | number)[] | null;
}

export interface Answer<Result> {
  readonly data: Result | null;
  readonly errors: readonly ApiError[];
}

/** Sends one operation, by the API key or by a user's token. */
export type Send = <Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  token?: string,
) => Promise<Answer<Result>>;

/** Plain `fetch`, as a page without any library would do it. */
export function fetchSend(url: string, apiKey: string): Send {
  return async (document, variables, token) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credential(apiKey, token) },
      body: JSON.stringify({ query: print(document), variables }),
    });
    // The documents are typed from the schema; the server answers them or fails the story.
    const answer = (await response.json()) as Partial<Answer<ResultOf<typeof document>>>;
    return { data: answer.data ?? null, errors: answer.errors ?? [] };
  };
}

/** Apollo Client 4, unmodified, with the one link that any GraphQL API wants. */
export function apolloSend(url: string, apiKey: string): Send {
  return async (document, variables, token) => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url, headers: credential(apiKey, token) }),
      cache: new InMemoryCache(),
    });
    const mutation = getOperationAST(document)?.operation === 'mutation';
    const { data, error } = mutation
      ? await client.mutate({ mutation: document, variables, errorPolicy: 'all' })
      : await client.query({ query: document, variables, fetchPolicy: 'no-cache', errorPolicy: 'all' });
    client.stop();
    if (error === undefined) return { data: data ?? null, errors: [] };
    if (!CombinedGraphQLErrors.is(error)) throw error;
    return { data: data ?? null, errors: error.errors };
  };
}

function credential(apiKey: string, token: string | undefined): Record<string, string> {
  return token === undefined ? { 'x-api-key': apiKey } : { authorization: token };
}

/** The data of an answer that must be free of errors. */
export function succeeded<Result>(answer: Answer<Result>): Result {
  if (answer.errors.length > 0 || answer.data === null) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

/** The one error of an answer that must be refused. */
export function refused(answer: Answer<unknown>): ApiError {
  const [error] = answer.errors;
  if (error === undefined || answer.errors.length > 1) throw new Error(`Not one error: ${JSON.stringify(answer)}`);
  return error;
}
