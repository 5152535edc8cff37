import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../../local/http/http-message.ts';
import type { UnlinkIdentityInput } from '../../../../resolvers/generated/schema.ts';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { startAccountTable } from '../../../support/resolvers/account-table.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { exception, type Sent, success } from '../../../support/resolvers/stub-wire.ts';

const google = { userId: '1034', providerName: 'Google', providerType: 'Google', issuer: null, dateCreated: 1_764_385_200_000 };
const corp = { ...google, userId: 'ann@corp.example', providerName: 'Corp', providerType: 'SAML' };
const token = madeUpToken();

/** The account function over a Cognito that has this user. */
function account(
  identities: readonly object[],
  {
    factors = ['PASSWORD'],
    answers = {},
    ...options
  }: { factors?: string[]; answers?: Record<string, HttpResponse> } & Partial<Parameters<typeof createCaller>[0]> = {},
  providers: readonly string[] | null = ['Google', 'Corp'],
) {
  const sent: Sent[] = [];
  const attributes = { sub: 'a-sub', email: 'ann@example.com', email_verified: 'true' };
  const list = (all: object) => Object.entries(all).map(([Name, Value]) => ({ Name, Value }));
  const replies: Record<string, HttpResponse> = {
    // An app client may not read `identities` here.
    GetUser: success({ Username: 'ann', UserAttributes: list(attributes) }),
    AdminGetUser: success({ Username: 'ann', UserAttributes: list({ ...attributes, identities: JSON.stringify(identities) }) }),
    GetUserAuthFactors: success({ Username: 'ann', ConfiguredUserAuthFactors: factors }),
    AdminDisableProviderForUser: success({}),
    ...answers,
  };
  const handle = async ({ headers, body }: { headers: Readonly<Record<string, string>>; body: string }) => {
    const operation = headers['x-amz-target']?.split('.')[1] ?? '';
    sent.push({ operation, body: JSON.parse(body), headers });
    return replies[operation] ?? exception('InternalErrorException', 'Not asked here.', 500);
  };
  const caller = createCaller({ cognito: handle, ...(providers && { providers }), ...options });
  const unlink = (input: UnlinkIdentityInput) => caller.call('unlinkIdentity', { input }, { token });
  return {
    ...caller,
    unlink,
    sent,
    unlinked: () => sent.find(({ operation }) => operation === 'AdminDisableProviderForUser')?.body,
  };
}

describe('linkedIdentities', () => {
  test('lists what signs the user in besides their own password', async () => {
    const { call, sent } = account([
      { ...google, primary: true },
      { ...corp, primary: 'false', dateCreated: undefined },
    ]);
    const identities = [
      { providerName: 'Google', kind: 'GOOGLE', userId: '1034', isPrimary: true, linkedAt: '2025-11-29T03:00:00.000Z' },
      { providerName: 'Corp', kind: 'SAML', userId: 'ann@corp.example', isPrimary: false, linkedAt: null },
    ];
    expect(succeeded(await call('linkedIdentities', {}, { token }))).toEqual(identities);
    expect(succeeded(await call('me', {}, { token })).identities).toEqual(identities);
    // The token decides whose they are, before the right to read anybody is used.
    expect(sent.map(({ operation }) => operation)).toEqual(['GetUser', 'AdminGetUser', 'GetUser', 'AdminGetUser']);
    expect(sent[0]?.headers).not.toHaveProperty('authorization');
    expect(sent[1]?.headers).toHaveProperty('authorization');
  });

  test('is empty for a user without any', async () => {
    expect(succeeded(await account([]).call('linkedIdentities', {}, { token }))).toEqual([]);
  });

  test('is refused for a revoked token, before anything is read with IAM rights', async () => {
    const answers = { GetUser: exception('NotAuthorizedException', 'Access Token has been revoked') };
    const { call, sent } = account([google], { answers });
    expect(refused(await call('linkedIdentities', {}, { token })).code).toBe('TOKEN_REVOKED');
    expect(refused(await call('linkedIdentities', {}, { token: madeUpIdToken })).code).toBe('ACCESS_TOKEN_REQUIRED');
    expect(sent.map(({ operation }) => operation)).toEqual(['GetUser']);
  });
});

describe('unlinkIdentity', () => {
  test('unlinks an identity of an account that has a password, records it and tells the owner', async () => {
    const accountTable = startAccountTable();
    const mails: { text: string }[] = [];
    const sendMail = async (mail: { text: string }) => void mails.push(mail);
    const { unlink, unlinked } = account([google, corp], { accountTable, sendMail });
    expect(succeeded(await unlink({ providerName: 'Google' }))).toBe(true);
    expect(unlinked()).toEqual({
      UserPoolId: 'eu-central-1_Test',
      User: { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1034' },
    });
    expect(accountTable.content()).toMatch(/IDENTITY_UNLINKED.*Google/);
    expect(mails).toEqual([
      expect.objectContaining({ subject: 'A way to sign in was removed', text: expect.stringContaining('Google') }),
    ]);
  });

  test.each([
    ['of nobody', { providerName: 'Facebook' }],
    ['of somebody else', { providerName: 'Google', userId: '1035' }],
    ['whose name is written otherwise', { providerName: 'google' }],
  ])('does not touch an identity %s', async (_, input) => {
    const { unlink, unlinked } = account([google, corp]);
    expect(refused(await unlink(input))).toMatchObject({ code: 'NOT_FOUND', info: { field: 'providerName' } });
    expect(unlinked()).toBeUndefined();
  });

  test('wants to know which of two', async () => {
    const { unlink, unlinked } = account([google, { ...google, userId: '1035' }]);
    expect(refused(await unlink({ providerName: 'Google' }))).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'userId' } });
    succeeded(await unlink({ providerName: 'Google', userId: '1035' }));
    expect(unlinked()).toMatchObject({ User: { ProviderAttributeValue: '1035' } });
  });

  test.each<[string, readonly object[], string[], RegExp]>([
    [
      'the identity that made the account',
      [{ ...google, primary: true }],
      [],
      /made by signing in with Google.*delete the account/,
    ],
    ['… also beside another one', [{ ...google, primary: true }, corp], [], /made by signing in with Google/],
    ['the only way in', [google], [], /First set a password, add a passkey/],
    ['… also with an authenticator app, which is a second factor', [google], ['SOFTWARE_TOKEN'], /only way to sign in/],
    ['… also beside one of a provider that the stage no longer has', [google, { ...corp, providerName: 'Gone' }], [], /only way/],
  ])('refuses %s, and says what to do', async (_, identities, factors, advice) => {
    const { unlink, unlinked } = account(identities, { factors });
    const { code, message } = refused(await unlink({ providerName: 'Google' }));
    expect({ code, message }).toEqual({ code: 'LAST_SIGN_IN_METHOD', message: expect.stringMatching(advice) });
    expect(unlinked()).toBeUndefined();
  });

  test.each([
    [[google], ['EMAIL_OTP']],
    [[google], ['WEB_AUTHN', 'SOFTWARE_TOKEN']],
    [[google, corp], []],
  ])('another way in is enough: %j, %j', async (identities, factors) => {
    expect(succeeded(await account(identities, { factors }).unlink({ providerName: 'Google' }))).toBe(true);
  });

  test('wants a recent sign-in', async () => {
    const { unlink, sent } = account([google], { reauthentication: { maxAgeSeconds: 600, acr: null } });
    expect(refused(await unlink({ providerName: 'Google' })).code).toBe('REAUTHENTICATION_REQUIRED');
    expect(sent).toEqual([]);
  });
});

test('a stage without federation asks Cognito nothing of it', async () => {
  const { call, sent } = account([google], {}, null);
  expect(refused(await call('linkedIdentities', {}, { token })).code).toBe('NOT_ENABLED');
  expect(refused(await call('unlinkIdentity', { input: { providerName: 'Google' } }, { token })).code).toBe('NOT_ENABLED');
  expect(succeeded(await call('me', {}, { token })).identities).toEqual([]);
  expect(sent.map(({ operation }) => operation)).toEqual(['GetUser']);
});
