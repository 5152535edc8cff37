import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { type ErrorEntry, refusalOf } from './api-error.ts';
import type { Auth } from './auth.ts';
import type { Endpoint } from './request.ts';
import type { StepUp } from './step-up.ts';
import { possibleTypes } from './walk.ts';

/**
 * Apollo Client with the session of `auth`: its token or the API key, one retry with a new token, and a cache that is
 * cleared when the user signs out. With `stepUp`, an operation that requires a recent sign-in waits for one and then
 * continues.
 */
export function createClient(auth: Auth, { url, apiKey }: Endpoint, stepUp?: Pick<StepUp, 'ask'>): ApolloClient {
  const toApi = authLink(auth, apiKey).concat(new HttpLink({ uri: url }));
  const client = new ApolloClient({
    link: stepUp ? stepUpLink(stepUp).concat(toApi) : toApi,
    cache: new InMemoryCache({ possibleTypes }),
    // Mutations answer with secrets, such as the key of an authenticator app, which no cache should hold.
    defaultOptions: { mutate: { fetchPolicy: 'no-cache' } },
  });
  let user = subject(auth);
  auth.subscribe(() => {
    const next = subject(auth);
    const hasLeft = user !== null && user !== next;
    user = next;
    // No data of a user is left after they sign out, not even an answer that arrives later.
    if (hasLeft) void client.clearStore();
  });
  return client;
}

/**
 * Sends the user's access token, or the API key while nobody is signed in; with `context: { anonymous: true }` always
 * the key. If the API says that a token has expired (`TOKEN_EXPIRED` of a field, or AppSync's HTTP 401), it is renewed
 * once.
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

/** On `REAUTHENTICATION_REQUIRED`, asks the user to sign in again, and then repeats the operation. */
function stepUpLink({ ask }: Pick<StepUp, 'ask'>): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      mergeMap((result) => {
        const demand = refusalOf(entriesOf(result))?.stepUp;
        return demand ? from(ask(demand)).pipe(mergeMap(() => forward(operation))) : of(result);
      }),
    ),
  );
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
