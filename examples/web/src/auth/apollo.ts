import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { type ErrorEntry, refusalOf } from './api-error.ts';
import type { Auth } from './auth.ts';
import type { Endpoint } from './request.ts';
import { possibleTypes } from './walk.ts';

/** Apollo Client with the session of `auth`: its token or the API key, one retry with a new token, and a cache that goes with the user. */
export function createClient(auth: Auth, { url, apiKey }: Endpoint): ApolloClient {
  const client = new ApolloClient({
    link: authLink(auth, apiKey).concat(new HttpLink({ uri: url })),
    cache: new InMemoryCache({ possibleTypes }),
    // What a mutation answers here are tokens and secrets, which no cache should hold.
    defaultOptions: { mutate: { fetchPolicy: 'no-cache' } },
  });
  let user = subject(auth);
  auth.subscribe(() => {
    const next = subject(auth);
    const hasLeft = user !== null && user !== next;
    user = next;
    // Whoever goes leaves nothing behind, not even an answer that is still on its way.
    if (hasLeft) void client.clearStore();
  });
  return client;
}

/**
 * Sends the user's access token, or the API key while nobody is signed in; with `context: { anonymous: true }` always the key. A token that the
 * API finds too old is renewed, once: `TOKEN_EXPIRED` of a field, and AppSync's own HTTP 401.
 */
export function authLink(auth: Auth, apiKey: string): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { anonymous, headers } = operation.getContext();
    const send = (credential: Record<string, string>): Observable<ApolloLink.Result> => {
      operation.setContext({ headers: { ...headers, ...credential } });
      return forward(operation);
    };
    if (anonymous || auth.state().status === 'signedOut') return send({ 'x-api-key': apiKey });

    const attempt = (stale?: string): Observable<ApolloLink.Result> =>
      from(auth.accessToken(stale)).pipe(mergeMap((token) => withToken(token, stale === undefined)));

    const withToken = (token: string, mayRetry: boolean): Observable<ApolloLink.Result> =>
      send({ authorization: token }).pipe(
        mergeMap((result) => {
          const code = refusalOf(entriesOf(result))?.code;
          if (code === 'TOKEN_EXPIRED' && mayRetry) return attempt(token);
          if (code === 'TOKEN_REVOKED') auth.lost(token, 'revoked');
          return of(result);
        }),
        catchError((error) => (isUnauthorized(error) && mayRetry ? attempt(token) : throwError(() => error))),
      );
    return attempt();
  });
}

function isUnauthorized(error: unknown): boolean {
  return ServerError.is(error) && error.statusCode === 401;
}

function entriesOf({ errors }: ApolloLink.Result): readonly ErrorEntry[] | undefined {
  return errors;
}

function subject(auth: Auth): string | null {
  const state = auth.state();
  return state.status === 'signedIn' ? state.user.sub : null;
}
