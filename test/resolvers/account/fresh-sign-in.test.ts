import { describe, expect, test } from 'vitest';
import { freshOperations } from '../../../resolvers/account/fresh-operations.ts';
import type { Field, FieldOperation } from '../../../resolvers/call/operation.ts';
import { createCaller, refused, succeeded } from '../../support/caller.ts';
import type { FunctionsOptions } from '../../support/functions/functions.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { madeUpIdToken, madeUpToken } from '../../support/resolvers/made-up-token.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];

const now = 1_800_000_000;
const clock = () => now * 1_000;
const tenMinutes = { maxAgeSeconds: 600, acr: null };
const signedInAgo = (seconds: number, claims = {}) => madeUpToken({ auth_time: now - seconds, ...claims });

/** Each operation that wants a recent sign-in, with an input that does. One that is missing does not compile. */
const dangerous: { readonly [F in (typeof freshOperations)[number]]: Args<F> } = {
  associateSoftwareToken: {},
  verifySoftwareToken: { input: { code: '123456' } },
  setUserMfaPreference: { input: { softwareToken: { enabled: false } } },
  startWebAuthnRegistration: {},
  completeWebAuthnRegistration: { input: { credential: {} } },
  deleteWebAuthnCredential: { input: { credentialId: 'AAAA' } },
  updateUserAttributes: { input: { attributes: [{ name: 'phone_number', value: '+15555550100' }] } },
  deleteUserAttributes: { input: { names: ['nickname', 'email'] } },
  changePassword: { input: { newPassword: 'Correct-horse-1' } },
  deleteUser: {},
  generateRecoveryCodes: {},
  unlinkIdentity: { input: { providerName: 'Google' } },
};

function caller(reauthentication: FunctionsOptions['reauthentication'] = tenMinutes) {
  const { handle, sent } = stubWire(
    success({
      SecretCode: 'AAAA',
      Status: 'SUCCESS',
      CredentialCreationOptions: {},
      CodeDeliveryDetailsList: [],
      UserAttributes: [{ Name: 'identities', Value: '[{"providerName":"Google","providerType":"Google","userId":"1034"}]' }],
      ConfiguredUserAuthFactors: ['PASSWORD'],
    }),
  );
  return {
    ...createCaller({
      cognito: handle,
      clock,
      accountTable: startAccountTable(),
      providers: ['Google'],
      ...(reauthentication && { reauthentication }),
    }),
    sent,
  };
}

describe.each(freshOperations)('%s', (field) => {
  const args = dangerous[field] as Args<typeof field>; // true by the table

  test('is refused eleven minutes after the sign-in, before Cognito is asked', async () => {
    const { call, sent } = caller();
    const error = refused(await call(field, args, { token: signedInAgo(601) }));
    expect(error).toEqual({
      code: 'REAUTHENTICATION_REQUIRED',
      message: 'This needs a recent sign-in. Sign in again, then repeat it.',
      info: { cognito: null, retryable: false, field: null, requestId: expect.any(String), maxAgeSeconds: 600, acr: null },
    });
    expect(sent).toEqual([]);
  });

  test('is refused for a token that does not say when', async () => {
    const { call, sent } = caller();
    expect(refused(await call(field, args, { token: madeUpToken() })).code).toBe('REAUTHENTICATION_REQUIRED');
    expect(sent).toEqual([]);
  });

  test('is done within ten minutes', async () => {
    succeeded(await caller().call(field, args, { token: signedInAgo(600) }));
  });

  test('is done whenever the user signed in, where the stage wants nothing', async () => {
    succeeded(await caller(null).call(field, args, { token: madeUpToken() }));
  });

  test('wants the access token first of all', async () => {
    for (const auth of [{ token: madeUpIdToken }]) {
      expect(refused(await caller().call(field, args, auth)).code).toBe('ACCESS_TOKEN_REQUIRED');
    }
  });
});

describe('a level', () => {
  const wanted = { maxAgeSeconds: 600, acr: 'urn:cognito:loa:3' };

  test.each([
    ['urn:cognito:loa:3', true],
    ['urn:cognito:loa:4', true],
    ['urn:cognito:loa:2', false],
    ['urn:cognito:loa:1', false],
    ['urn:example:strong', false],
    [undefined, false],
  ])('%s is enough for level 3: %s', async (acr, isEnough) => {
    const answer = await caller(wanted).call('deleteUser', {}, { token: signedInAgo(1, { acr }) });
    if (isEnough) expect(succeeded(answer)).toBe(true);
    else expect(refused(answer)).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', info: wanted });
  });
});

test('a level that nobody knows is reached by itself alone', async () => {
  const wanted = { maxAgeSeconds: 600, acr: 'urn:example:strong' };
  const deleted = (acr: string) => caller(wanted).call('deleteUser', {}, { token: signedInAgo(1, { acr }) });
  expect(refused(await deleted('urn:cognito:loa:4')).code).toBe('REAUTHENTICATION_REQUIRED');
  expect(succeeded(await deleted('urn:example:strong'))).toBe(true);
});

describe('needs no recent sign-in', () => {
  const old = { token: signedInAgo(86_400) };

  test.each<[string, string, unknown]>([
    ['another attribute', 'updateUserAttributes', { input: { attributes: [{ name: 'nickname', value: 'Ann' }] } }],
    ['the removal of another attribute', 'deleteUserAttributes', { input: { names: ['nickname'] } }],
    ['a password that the present one proves', 'changePassword', { input: { previousPassword: 'x', newPassword: 'Aa1!aaaa' } }],
  ])('%s', async (_, field, args) => {
    succeeded(await caller().call(field as 'changePassword', args as Args<'changePassword'>, old));
  });

  test.each(['associateSoftwareToken', 'verifySoftwareToken'] as const)('%s amid a sign-in', async (field) => {
    const input = { session: 'a-session', code: '123456' };
    succeeded(await caller().call(field, { input }));
  });
});
