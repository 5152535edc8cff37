import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../local/http/http-message.ts';
import { createCaller, refused, succeeded } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { exception, type Sent, success } from '../../support/resolvers/stub-wire.ts';

const identity = { userId: '1034', providerName: 'Google', providerType: 'Google', issuer: null, primary: false };
const boss = {
  sub: 'boss-sub',
  username: 'boss',
  groups: ['admin'],
  tokenUse: 'access',
  authTime: 0,
  acr: null,
  deviceKey: null,
};
const list = (all: object) => Object.entries(all).map(([Name, Value]) => ({ Name, Value }));

/** The admin function over a Cognito in which `ann` has these identities. */
function administration(identities: readonly object[], answers: Record<string, HttpResponse> = {}, providers?: string[]) {
  const sent: Sent[] = [];
  const replies: Record<string, HttpResponse> = {
    GetUser: success({ Username: 'boss', UserAttributes: list({ sub: 'boss-sub' }) }),
    AdminListGroupsForUser: success({ Groups: [{ GroupName: 'admin' }] }),
    AdminGetUser: success({ Username: 'ann', UserAttributes: list({ sub: 'a-sub', identities: JSON.stringify(identities) }) }),
    AdminGetUserAuthFactors: success({ Username: 'ann' }),
    AdminLinkProviderForUser: success({}),
    AdminDisableProviderForUser: success({}),
    ...answers,
  };
  const accountTable = startAccountTable();
  const { forge } = createCaller({
    accountTable,
    providers: providers ?? ['Google', 'Corp'],
    cognito: async ({ headers, body }) => {
      const operation = headers['x-amz-target']?.split('.')[1] ?? '';
      sent.push({ operation, body: JSON.parse(body), headers });
      return replies[operation] ?? exception('InternalErrorException', 'Not asked here.', 500);
    },
  });
  const caller = { token: 'an-access-token', identity: boss };
  return {
    accountTable,
    link: (input: { providerName: string; userId: string }) =>
      forge('adminLinkProviderForUser', { input: { username: 'ann', ...input } }, caller),
    unlink: (input: { providerName: string; userId: string }) =>
      forge('adminDisableProviderForUser', { input: { username: 'ann', ...input } }, caller),
    user: () => forge('user', { username: 'ann' }, caller),
    of: (operation: string) => sent.find((each) => each.operation === operation)?.body,
  };
}

const google = { providerName: 'Google', userId: '1034' };

describe('adminLinkProviderForUser', () => {
  test('links the identity to the user, and both histories tell it', async () => {
    const { link, of, accountTable } = administration([]);
    expect(succeeded(await link(google))).toBe(true);
    expect(of('AdminLinkProviderForUser')).toEqual({
      UserPoolId: 'eu-central-1_Test',
      DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'ann' },
      SourceUser: { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1034' },
    });
    expect(accountTable.content()).toMatch(/IDENTITY_LINKED.*Google/);
    expect(accountTable.content()).toContain('adminLinkProviderForUser a-sub');
  });

  test('names a user of another provider by their own identity', async () => {
    const { link, of } = administration([{ ...identity, primary: true }]);
    succeeded(await link({ providerName: 'Corp', userId: 'Ann@Corp.example' }));
    expect(of('AdminLinkProviderForUser')).toMatchObject({
      DestinationUser: { ProviderName: 'Google', ProviderAttributeValue: '1034' },
      SourceUser: { ProviderName: 'Corp', ProviderAttributeValue: 'Ann@Corp.example' },
    });
  });

  test.each(['google', 'Cognito', 'COGNITO', 'Facebook', ''])(
    'refuses %j, which is no provider of the stage',
    async (providerName) => {
      const { link, of } = administration([]);
      expect(refused(await link({ ...google, providerName }))).toMatchObject({
        code: 'INVALID_INPUT',
        info: { field: 'providerName' },
      });
      expect(of('AdminLinkProviderForUser')).toBeUndefined();
    },
  );

  const invalid = 'InvalidParameterException';
  test.each([
    [
      'has signed in before',
      invalid,
      'Merging is not currently supported, provide a SourceUser that has not been signed up',
      'ACCOUNT_EXISTS_WITH_OTHER_METHOD',
    ],
    ['is linked already', invalid, 'SourceUser is already linked to DestinationUser', 'ACCOUNT_EXISTS_WITH_OTHER_METHOD'],
    ['is the sixth', 'LimitExceededException', 'Too many.', 'FORBIDDEN'],
  ])('an identity that %s is refused', async (_, name, text, code) => {
    const { link } = administration([], { AdminLinkProviderForUser: exception(name, text) });
    expect(refused(await link(google)).code).toBe(code);
  });
});

describe('adminDisableProviderForUser', () => {
  test('unlinks an identity of this user', async () => {
    const { unlink, of, accountTable } = administration([identity]);
    expect(succeeded(await unlink(google))).toBe(true);
    expect(of('AdminDisableProviderForUser')).toEqual({
      UserPoolId: 'eu-central-1_Test',
      User: { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1034' },
    });
    expect(accountTable.content()).toMatch(/IDENTITY_UNLINKED.*Google/);
  });

  test.each([
    ['somebody else', { ...google, userId: '1035' }, 'NOT_FOUND', false],
    ['the pool itself', { providerName: 'Cognito', userId: 'ann' }, 'NOT_FOUND', false],
    ['the first sign-in', google, 'INVALID_INPUT', true],
  ])('does not touch the identity of %s', async (_, input, code, primary) => {
    const { unlink, of } = administration([{ ...identity, primary }]);
    expect(refused(await unlink(input))).toMatchObject({ code, info: { field: 'userId' } });
    expect(of('AdminDisableProviderForUser')).toBeUndefined();
  });
});

test('user lists the identities', async () => {
  expect(succeeded(await administration([identity]).user()).identities).toEqual([
    { providerName: 'Google', kind: 'GOOGLE', userId: '1034', isPrimary: false, linkedAt: null },
  ]);
});
