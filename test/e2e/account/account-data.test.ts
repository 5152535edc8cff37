import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ActivityDocument,
  AssociateSoftwareTokenDocument,
  ConfirmSignUpDocument,
  DeleteUserDocument,
  LoginDocument,
  MyDataDocument,
  RespondToChallengeDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
  UpdateUserAttributesDocument,
  VerifySoftwareTokenDocument,
  VerifyUserAttributeDocument,
} from '../../../examples/generated/operations.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { succeeded } from '../../support/send.ts';
import { expectTokens, newPassword, newPerson } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.close());

interface Account {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

async function signUp(): Promise<Account> {
  const account = { ...newPerson(), password: newPassword() };
  succeeded(await system.send(SignUpDocument, { input: account }));
  const code = (await system.message(account.email)).code ?? '';
  succeeded(
    await system.send(ConfirmSignUpDocument, { input: { username: account.username, password: account.password, code } }),
  );
  return account;
}

async function signIn({ username, password }: Account): Promise<string> {
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login).accessToken;
}

/** Adds an authenticator app as the second factor, and returns its secret. */
async function addApp(token: string): Promise<string> {
  const { secretCode } = succeeded(await system.send(AssociateSoftwareTokenDocument, {}, token)).associateSoftwareToken;
  succeeded(await system.send(VerifySoftwareTokenDocument, { input: { code: appCode(secretCode) } }, token));
  const input = { softwareToken: { enabled: true, preferred: true } };
  succeeded(await system.send(SetUserMfaPreferenceDocument, { input }, token));
  return secretCode;
}

/** The subjects of the notices about changes, oldest first. */
async function told(email: string): Promise<string[]> {
  const mails = await system.messages(email);
  return mails.flatMap(({ kind, subject }) => (kind === 'SendEmail' && subject ? subject : [])).toReversed();
}

describe('the activity', () => {
  test('is read page by page, newest first, by its owner alone', async () => {
    const account = await signUp();
    for (let times = 0; times < 4; times += 1) await signIn(account);
    const token = await signIn(account);
    const read = async (reader: string, nextToken: string | null) =>
      succeeded(await system.send(ActivityDocument, { limit: 2, nextToken }, reader)).activity;
    const pages = [await read(token, null)];
    for (let next = pages[0]?.nextToken; next; next = pages.at(-1)?.nextToken) pages.push(await read(token, next));
    expect(pages.every(({ items }) => items.length <= 2)).toBe(true);
    const items = pages.flatMap((page) => page.items);
    expect(items.filter(({ kind }) => kind === 'SIGNED_IN')).toHaveLength(5);
    const times = items.map(({ at }) => String(at));
    expect(times).toEqual(times.toSorted().toReversed());

    // The token of the next page does not contain the owner.
    const other = await signIn(await signUp());
    expect((await read(other, pages[0]?.nextToken ?? null)).items).toEqual([]);
  });
});

test('all data of a user comes as one document, with sessions and activity', async () => {
  const account = await signUp();
  const token = await signIn(account);
  const data = JSON.parse(String(succeeded(await system.send(MyDataDocument, {}, token)).myData));
  expect(data).toMatchObject({
    user: { username: account.username, email: account.email },
    factors: { firstFactors: expect.arrayContaining(['PASSWORD']) },
    passkeys: [],
    devices: null,
    sessions: [{ isCurrent: true }],
    recoveryCodes: { remaining: 0 },
  });
  expect(data.activity.items.map(({ kind }: { kind: string }) => kind)).toContain('SIGNED_IN');
});

describe('the owner is notified', () => {
  test('a new address, at the old one too', async () => {
    const account = await signUp();
    const token = await signIn(account);
    const { email } = newPerson();
    succeeded(
      await system.send(UpdateUserAttributesDocument, { input: { attributes: [{ name: 'email', value: email }] } }, token),
    );
    const code = (await system.message(email)).code ?? '';
    succeeded(await system.send(VerifyUserAttributeDocument, { input: { name: 'email', code } }, token));
    expect(await told(account.email)).toEqual(['Your account has another address']);
    expect(await told(email)).toEqual(['Your account has another address']);
  });

  test('a factor that is switched off, and the end of the account', async () => {
    const account = await signUp();
    const token = await signIn(account);
    await addApp(token);
    succeeded(await system.send(SetUserMfaPreferenceDocument, { input: { softwareToken: { enabled: false } } }, token));
    succeeded(await system.send(DeleteUserDocument, {}, token));
    expect(await told(account.email)).toEqual([
      'A way to sign in was added',
      'A way to sign in was removed',
      'Your account was deleted',
    ]);
  });
});

test('a stronger sign-in asks only for what the access token has not proven', async () => {
  const account = await signUp();
  const token = await signIn(account);
  const secret = await addApp(token);
  const level = 'urn:cognito:loa:4';
  const { username, password } = account;
  const flow = 'USER_AUTH' as const;
  const input = { username, flow, acrValues: [level] };
  let elapsed = 0;
  // A code of the app works once, so the clock moves to the next one.
  const nextCode = (): string => {
    system.advance(30_000);
    elapsed += 1;
    return appCode(secret, elapsed);
  };
  const from = async (first: Awaited<ReturnType<typeof begin>>): Promise<string[]> => {
    const steps: string[] = [];
    let step = first;
    while (step.__typename !== 'Tokens') {
      steps.push(step.__typename);
      const { session } = step;
      const name = step.name;
      const answer = name === 'SOFTWARE_TOKEN_MFA' ? { code: nextCode() } : { answer: 'PASSWORD', password };
      step = succeeded(
        await system.send(RespondToChallengeDocument, { input: { name, username, session, ...answer } }),
      ).respondToChallenge;
    }
    expect(decodeJwt(step.accessToken)).toMatchObject({ acr: level });
    return steps;
  };
  const begin = async (authorization?: string) => succeeded(await system.send(LoginDocument, { input }, authorization)).login;
  expect(await from(await begin())).toContain('SelectChallenge');
  expect(await from(await begin(token))).toEqual(['SoftwareTokenMfaChallenge']);
});
