import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { AuthConfigDocument, GlobalSignOutDocument, LoginDocument } from '../../../examples/generated/operations.ts';
import { apiErrorOf } from '../../../examples/web/src/auth/api-error.ts';
import { authLink, createClient } from '../../../examples/web/src/auth/apollo.ts';
import type { Auth } from '../../../examples/web/src/auth/auth.ts';
import { createStepUp, type Pending, type StepUp } from '../../../examples/web/src/auth/step-up.ts';
import { DeleteUserDocument, MeDocument } from '../../../examples/web/src/generated/account.ts';
import { type ConfirmedPerson, confirmedPerson } from '../../clients/people.ts';
import { succeeded } from '../../support/send.ts';
import { type System, startSystem } from '../../support/system.ts';
import { changedStage, removeStage, rotating } from './stage.ts';
import { openBrowser, type TestBrowser, tokensOf } from './tabs.ts';

let stage: string;
let system: System;
let person: ConfirmedPerson;
let browser: TestBrowser;
let auth: Auth;

beforeAll(async () => {
  stage = changedStage(rotating);
  system = await startSystem({ assembly: stage });
  person = await confirmedPerson(system);
});
afterAll(async () => {
  await system.close();
  removeStage(stage);
});
beforeEach(() => {
  browser = openBrowser(system);
  auth = browser.open();
});
afterEach(() => browser.close());

function client() {
  const { GraphQLUrl, ApiKey } = system.runtime.outputs;
  const made = createClient(auth, { url: GraphQLUrl, apiKey: ApiKey });
  onTestFinished(() => made.stop());
  return made;
}

const minutes = 60_000;

describe('the link', () => {
  test('sends the API key while nobody is signed in, and when it is asked to', async () => {
    const apollo = client();
    const before = await apollo.query({ query: AuthConfigDocument, context: { anonymous: true } });
    expect(before.data?.authConfig.signUpModes).toContain('PASSWORD');
    await auth.accessToken().catch(() => {});
    const refused = await apollo.query({ query: MeDocument }).catch((error: unknown) => apiErrorOf(error));
    expect(refused).toMatchObject({ code: 'Unauthorized' });
  });

  test("sends the user's token", async () => {
    auth.signIn(await tokensOf(system, person));
    const { data } = await client().query({ query: MeDocument });
    expect(data?.me.username).toBe(person.username);
  });

  test("renews a token that AppSync refuses by HTTP 401, and sends the operation again: the page's clock may be wrong", async () => {
    auth.signIn(await tokensOf(system, person));
    system.advance(6 * minutes);
    const apollo = client();
    const [one, other] = await Promise.all([
      apollo.query({ query: MeDocument, fetchPolicy: 'no-cache' }),
      apollo.query({ query: MeDocument, fetchPolicy: 'no-cache', context: { queryDeduplication: false } }),
    ]);
    expect([one.data?.me.username, other.data?.me.username]).toEqual([person.username, person.username]);
    expect(browser.used).toHaveLength(1);
  });

  test('does not loop: a second refusal is shown', async () => {
    const tokens = await tokensOf(system, person);
    // An API of another pool refuses every token of this one.
    const other = await startSystem();
    onTestFinished(() => other.close());
    auth.signIn(tokens);
    const { GraphQLUrl, ApiKey } = other.runtime.outputs;
    // The link alone, which works with any client and cache.
    const link = authLink(auth, ApiKey).concat(new HttpLink({ uri: GraphQLUrl }));
    const apollo = new ApolloClient({ link, cache: new InMemoryCache() });
    onTestFinished(() => apollo.stop());
    const refusal = await apollo.query({ query: MeDocument }).catch((error: unknown) => apiErrorOf(error));
    expect(refusal).toMatchObject({ code: 'UnauthorizedException' });
    expect(browser.used).toHaveLength(1);
  });

  test('ends a session that the API calls revoked', async () => {
    const tokens = await tokensOf(system, person);
    auth.signIn(tokens);
    succeeded(await system.send(GlobalSignOutDocument, {}, tokens.accessToken));
    const refusal = await client()
      .query({ query: MeDocument })
      .catch((error: unknown) => apiErrorOf(error));
    expect(refusal).toMatchObject({ code: 'TOKEN_REVOKED' });
    expect(auth.state()).toEqual({ status: 'signedOut', reason: 'revoked' });
  });
});

describe('an operation that requires a recent sign-in', () => {
  const wanted = { maxAgeSeconds: 600, acr: null };
  let other: System;
  beforeAll(async () => {
    other = await startSystem();
  });
  afterAll(() => other.close());

  /** Resolves when the user is asked. */
  function pendingOf(stepUp: StepUp): Promise<Pending> {
    return new Promise((resolve) => {
      stepUp.subscribe(() => {
        const pending = stepUp.pending();
        if (pending) resolve(pending);
      });
    });
  }

  async function signedIn() {
    const someone = await confirmedPerson(other);
    const tabs = openBrowser(other);
    onTestFinished(tabs.close);
    const tab = tabs.open();
    tab.signIn(await tokensOf(other, someone));
    other.advance(11 * minutes);
    const stepUp = createStepUp();
    const { GraphQLUrl, ApiKey } = other.runtime.outputs;
    const apollo = createClient(tab, { url: GraphQLUrl, apiKey: ApiKey }, stepUp);
    onTestFinished(() => apollo.stop());
    return { someone, tab, stepUp, apollo };
  }

  test('is cancelled if the user declines', async () => {
    const { stepUp, apollo } = await signedIn();
    const answer = apollo.mutate({ mutation: DeleteUserDocument }).catch((error: unknown) => apiErrorOf(error));
    const asked = await pendingOf(stepUp);
    expect(asked.demand).toEqual(wanted);
    asked.cancel();
    expect(await answer).toMatchObject({ code: 'CANCELLED' });
  });

  test('waits for it, then continues', async () => {
    const { someone, tab, stepUp, apollo } = await signedIn();
    const answer = apollo.mutate({ mutation: DeleteUserDocument });
    const asked = await pendingOf(stepUp);
    expect(asked.demand).toEqual(wanted);
    await tab.renewProof(await tokensOf(other, someone));
    asked.done();
    expect((await answer).data?.deleteUser).toBe(true);
    expect(stepUp.pending()).toBeNull();
  });
});

describe('the cache', () => {
  test('is cleared when the user signs out', async () => {
    const apollo = client();
    auth.signIn(await tokensOf(system, person));
    await apollo.query({ query: MeDocument });
    expect(apollo.cache.readQuery({ query: MeDocument })?.me.username).toBe(person.username);
    await auth.accessToken(await auth.accessToken());
    expect(apollo.cache.readQuery({ query: MeDocument })?.me.username).toBe(person.username);
    await auth.signOut();
    expect(apollo.cache.extract()).toEqual({});
  });

  test('contains no token', async () => {
    const apollo = client();
    const { username, password } = person;
    const input = { username, flow: 'USER_PASSWORD_AUTH', password } as const;
    const { data } = await apollo.mutate({ mutation: LoginDocument, variables: { input }, context: { anonymous: true } });
    expect(data?.login.__typename).toBe('Tokens');
    expect(JSON.stringify(apollo.cache.extract())).not.toContain('accessToken');
  });
});

describe('apiErrorOf', () => {
  test('tells what was refused, and which input it was', async () => {
    const input = { username: person.username, flow: 'USER_PASSWORD_AUTH', password: '' } as const;
    const error: unknown = await client()
      .mutate({ mutation: LoginDocument, variables: { input }, context: { anonymous: true } })
      .catch((refusal: unknown) => refusal);
    expect(CombinedGraphQLErrors.is(error)).toBe(true);
    expect(apiErrorOf(error)).toMatchObject({ code: 'INVALID_INPUT', field: 'password', retryable: false });
  });

  test('says that there is no answer', async () => {
    const apollo = createClient(auth, { url: 'http://localhost:1/graphql', apiKey: 'none' });
    onTestFinished(() => apollo.stop());
    const error: unknown = await apollo
      .query({ query: AuthConfigDocument, context: { anonymous: true } })
      .catch((refusal: unknown) => refusal);
    expect(apiErrorOf(error)).toMatchObject({ code: 'UNREACHABLE', retryable: true });
  });
});
