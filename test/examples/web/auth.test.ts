import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GlobalSignOutDocument, MeDocument, RefreshTokensDocument } from '../../../examples/generated/operations.ts';
import type { ApiError } from '../../../examples/web/src/auth/api-error.ts';
import { type ConfirmedPerson, confirmedPerson } from '../../clients/people.ts';
import { refused, succeeded } from '../../support/send.ts';
import { type System, startSystem } from '../../support/system.ts';
import { changedStage, removeStage, rotating } from './stage.ts';
import { openBrowser, type TestBrowser, testStorage, tokensOf, until } from './tabs.ts';

let stage: string;
let system: System;
let person: ConfirmedPerson;
let browser: TestBrowser;

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
});
afterEach(() => browser.close());

const minutes = 60_000;
const isSignedIn = ({ status }: { status: string }): boolean => status === 'signedIn';
const isSignedOut = ({ status }: { status: string }): boolean => status === 'signedOut';
const refusalOf = (call: Promise<unknown>): Promise<ApiError> =>
  call.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: ApiError) => error,
  );

describe('one tab', () => {
  test('knows who signed in, and gives their token', async () => {
    const auth = browser.open();
    expect(auth.state()).toEqual({ status: 'restoring' });
    const tokens = await tokensOf(system, person);
    auth.signIn(tokens);
    expect(auth.state()).toMatchObject({
      status: 'signedIn',
      user: { username: person.username, email: person.email, groups: [] },
    });
    expect(await auth.accessToken()).toBe(tokens.accessToken);
    expect(browser.used).toEqual([]);
  });

  test('takes the tokens of a new proof, as other tabs do, and ends the session before', async () => {
    const [auth, other] = [browser.open(), browser.open()];
    const before = await tokensOf(system, person);
    auth.signIn(before, 'session');
    await until(other, isSignedIn);
    const after = await tokensOf(system, person);
    const { sub } = succeeded(await system.send(MeDocument, {}, after.accessToken)).me;
    await auth.renewProof(after);
    expect(await auth.accessToken()).toBe(after.accessToken);
    expect(auth.state()).toMatchObject({ status: 'signedIn', user: { sub } });
    // Revoking needed a call, and the other tabs were informed before it.
    expect(await other.accessToken()).toBe(after.accessToken);
    const again = await system.send(RefreshTokensDocument, { input: { refreshToken: before.refreshToken ?? '' } });
    expect(refused(again).errorType).toBe('TOKEN_REVOKED');
  });

  test("refuses another user's proof", async () => {
    const auth = browser.open();
    auth.signIn(await tokensOf(system, person));
    const first = await auth.accessToken();
    const somebody = await tokensOf(system, await confirmedPerson(system));
    await expect(auth.renewProof(somebody)).rejects.toThrow('another user');
    expect(await auth.accessToken()).toBe(first);
  });

  test('says that nobody is signed in', async () => {
    const auth = browser.open();
    expect((await refusalOf(auth.accessToken())).code).toBe('SIGNED_OUT');
    expect(auth.state()).toEqual({ status: 'signedOut', reason: null });
  });

  test('renews a token that is about to expire, once for all callers', async () => {
    const auth = browser.open();
    const tokens = await tokensOf(system, person);
    auth.signIn(tokens);
    browser.advance(4 * minutes + 45_000);
    const [one, other, third] = await Promise.all([auth.accessToken(), auth.accessToken(), auth.accessToken()]);
    expect(one).not.toBe(tokens.accessToken);
    expect([other, third]).toEqual([one, one]);
    expect(browser.used).toEqual([tokens.refreshToken]);
    const { me } = succeeded(await system.send(MeDocument, {}, one));
    expect(me.username).toBe(person.username);
  });

  test('renews a token that the API has just refused, but not one that was renewed meanwhile', async () => {
    const auth = browser.open();
    auth.signIn(await tokensOf(system, person));
    const first = await auth.accessToken();
    const second = await auth.accessToken(first);
    expect(second).not.toBe(first);
    expect(await auth.accessToken(first)).toBe(second);
    expect(browser.used).toHaveLength(1);
  });

  test('stores nothing in the browser unless asked to, and leaves nothing behind', async () => {
    const session = testStorage();
    const auth = browser.open({ session });
    const stored = () => [browser.local.items.size, session.items.size];
    auth.signIn(await tokensOf(system, person));
    expect(stored()).toEqual([0, 0]);
    auth.signIn(await tokensOf(system, person), 'session');
    expect(stored()).toEqual([0, 1]);
    auth.signIn(await tokensOf(system, person), 'local');
    expect(stored()).toEqual([1, 0]);
    await auth.signOut();
    expect(stored()).toEqual([0, 0]);
  });

  test('is signed in again after a reload, with the newest tokens', async () => {
    const session = testStorage();
    const before = browser.open({ session });
    before.signIn(await tokensOf(system, person), 'session');
    const renewed = await before.accessToken(await before.accessToken());
    before.close();
    const after = browser.open({ session });
    expect(await after.accessToken()).toBe(renewed);
    expect(await after.accessToken(renewed)).not.toBe(renewed);
  });

  test.each(['{"id":', 'null', '[]', '{}', '{"id":"1","generation":0,"idToken":"a.b.c"}'])(
    'takes a store that holds %s for an empty one, and clears it',
    async (text) => {
      browser.local.setItem(browser.name, text);
      const auth = browser.open();
      expect((await refusalOf(auth.accessToken())).code).toBe('SIGNED_OUT');
      expect(auth.state()).toEqual({ status: 'signedOut', reason: null });
      expect(browser.local.items.size).toBe(0);
    },
  );

  test('keeps the session if there is no answer', async () => {
    const away = openBrowser({
      ...system,
      runtime: { ...system.runtime, outputs: { ...system.runtime.outputs, GraphQLUrl: 'http://localhost:1/graphql' } },
    });
    const auth = away.open();
    const tokens = await tokensOf(system, person);
    auth.signIn(tokens);
    const refusal = await refusalOf(auth.accessToken(tokens.accessToken));
    expect(refusal).toMatchObject({ code: 'UNREACHABLE', retryable: true });
    expect(auth.state().status).toBe('signedIn');
    expect(await auth.signOut()).toBe(false);
    expect(auth.state()).toEqual({ status: 'signedOut', reason: 'signedOut' });
    away.close();
  });
});

describe('several tabs', () => {
  test('that need a new token at the same time use each refresh token once, if it works only once', async () => {
    const first = browser.open();
    first.signIn(await tokensOf(system, person), 'local');
    const tabs = [first, browser.open(), browser.open(), browser.open()];
    await Promise.all(tabs.map((tab) => until(tab, isSignedIn)));
    for (let round = 1; round <= 10; round += 1) {
      browser.advance(5 * minutes);
      const tokens = await Promise.all(tabs.map((tab) => tab.accessToken()));
      expect(new Set(tokens).size).toBe(1);
      expect(browser.used).toHaveLength(round);
    }
    expect(new Set(browser.used).size).toBe(10);
  });

  test('do so as well when they share nothing but what they tell each other', async () => {
    const first = browser.open();
    first.signIn(await tokensOf(system, person), 'memory');
    const second = browser.open();
    await until(second, isSignedIn);
    const stale = await first.accessToken();
    const tokens = await Promise.all([first.accessToken(stale), second.accessToken(stale)]);
    expect(new Set(tokens).size).toBe(1);
    expect(browser.used).toHaveLength(1);
    expect(browser.local.items.size).toBe(0);
  });

  test('do so even when a tab was copied with what it had stored', async () => {
    const session = testStorage();
    const first = browser.open({ session });
    first.signIn(await tokensOf(system, person), 'session');
    const copy = testStorage();
    for (const [key, value] of session.items) copy.setItem(key, value);
    const stale = await first.accessToken();
    const renewed = await first.accessToken(stale);
    // The copy holds a refresh token that is used up.
    const second = browser.open({ session: copy });
    expect(await second.accessToken(stale)).toBe(renewed);
    expect(browser.used).toHaveLength(1);
  });

  test('are signed out together, and the session is over at Cognito', async () => {
    const first = browser.open();
    const second = browser.open();
    const { refreshToken, ...tokens } = await tokensOf(system, person);
    first.signIn({ ...tokens, refreshToken });
    await until(second, isSignedIn);
    expect(await second.signOut()).toBe(true);
    await until(first, isSignedOut);
    expect(first.state()).toEqual({ status: 'signedOut', reason: 'signedOut' });
    const again = await system.send(RefreshTokensDocument, { input: { refreshToken: refreshToken ?? '' } });
    expect(refused(again).errorType).toBe('TOKEN_REVOKED');
  });

  test('that sign out amid a refresh revoke what the refresh gave', async () => {
    const first = browser.open();
    const second = browser.open();
    first.signIn(await tokensOf(system, person));
    await until(second, isSignedIn);
    const stale = await first.accessToken();
    const [renewed, isTold] = await Promise.all([first.accessToken(stale).catch(() => null), second.signOut()]);
    expect(isTold).toBe(true);
    await until(first, isSignedOut);
    if (renewed) expect(refused(await system.send(MeDocument, {}, renewed)).errorType).toBe('TOKEN_REVOKED');
  });

  test('learn from one that the session was ended elsewhere', async () => {
    const first = browser.open();
    const second = browser.open();
    const tokens = await tokensOf(system, person);
    first.signIn(tokens, 'local');
    await until(second, isSignedIn);
    succeeded(await system.send(GlobalSignOutDocument, {}, tokens.accessToken));
    expect((await refusalOf(first.accessToken(tokens.accessToken))).code).toBe('TOKEN_REVOKED');
    await until(second, isSignedOut);
    expect(second.state()).toEqual({ status: 'signedOut', reason: 'revoked' });
    expect(browser.local.items.size).toBe(0);
  });

  test('all switch to another user', async () => {
    const first = browser.open();
    const second = browser.open();
    const other = await confirmedPerson(system);
    first.signIn(await tokensOf(system, person));
    second.signIn(await tokensOf(system, other));
    await until(first, (state) => state.status === 'signedIn' && state.user.username === other.username);
    expect(await first.accessToken()).toBe(await second.accessToken());
  });

  test('that are opened again with what they had stored join the others', async () => {
    const session = testStorage();
    const before = browser.open({ session });
    before.signIn(await tokensOf(system, person), 'session');
    const [left] = session.items;
    await before.signOut();
    const other = await confirmedPerson(system);
    before.signIn(await tokensOf(system, other), 'session');
    // As a browser does with a tab that was closed before.
    const old = testStorage();
    if (left) old.setItem(...left);
    const again = browser.open({ session: old });
    await until(again, isSignedIn);
    expect(again.state()).toMatchObject({ user: { username: other.username } });
    expect(await again.accessToken()).toBe(await before.accessToken());
  });

  test('are not brought back by a message that comes too late', async () => {
    const first = browser.open();
    const channel = new BroadcastChannel(browser.name);
    const heard = new Promise<unknown>((resolve) => {
      channel.onmessage = (event) => resolve(Reflect.get(Object(event), 'data'));
    });
    first.signIn(await tokensOf(system, person));
    const late = await heard;
    await first.signOut();
    channel.postMessage(late);
    const second = browser.open();
    await until(second, isSignedOut);
    expect(first.state().status).toBe('signedOut');
    channel.close();
  });
});
