import { expect, test } from 'vitest';
import type { SetUserMfaPreferenceInput } from '../../../../resolvers/generated/schema.ts';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const token = madeUpToken();

const sent: readonly [SetUserMfaPreferenceInput, Record<string, unknown>][] = [
  [{ softwareToken: { enabled: true } }, { SoftwareTokenMfaSettings: { Enabled: true } }],
  [
    { softwareToken: { enabled: true, preferred: true }, sms: null },
    { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } },
  ],
  [
    { sms: { enabled: true, preferred: false }, email: { enabled: false, preferred: null }, webAuthn: { enabled: true } },
    {
      SMSMfaSettings: { Enabled: true, PreferredMfa: false },
      EmailMfaSettings: { Enabled: false },
      WebAuthnMfaSettings: { Enabled: true },
    },
  ],
  [{ webAuthn: { enabled: false } }, { WebAuthnMfaSettings: { Enabled: false } }],
];

test.each(sent)('%j is what Cognito is sent', async (input, settings) => {
  const { handle, sent: seen } = stubWire(success({}));
  const { call } = createCaller({ cognito: handle });
  expect(succeeded(await call('setUserMfaPreference', { input }, { token }))).toBe(true);
  expect(seen.map(({ operation, body }) => ({ operation, body }))).toEqual([
    { operation: 'SetUserMFAPreference', body: { AccessToken: token, ...settings } },
  ]);
  expect(seen[0]?.headers['authorization']).toBeUndefined();
});

const on = { enabled: true, preferred: true };

test.each<[string | null, SetUserMfaPreferenceInput, string]>([
  [null, {}, 'Give at least one second factor.'],
  [null, { sms: null, softwareToken: null, email: null, webAuthn: null }, 'Give at least one second factor.'],
  ['email.preferred', { email: { enabled: false, preferred: true } }, 'A second factor that is disabled cannot be preferred.'],
  ['softwareToken.preferred', { sms: on, softwareToken: on }, 'Only one second factor can be preferred.'],
  ['email.preferred', { email: on, softwareToken: on }, 'Only one second factor can be preferred.'],
])('%s is refused by name (%#)', async (field, input, message) => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(refused(await call('setUserMfaPreference', { input }, { token }))).toMatchObject({
    code: 'INVALID_INPUT',
    message,
    info: { field, cognito: null, retryable: false },
  });
});

test('wants the access token', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  for (const auth of [{}, { token: madeUpIdToken }]) {
    expect(refused(await call('setUserMfaPreference', { input: { sms: on } }, auth)).code).toBe('ACCESS_TOKEN_REQUIRED');
  }
});

test.each([
  ['InvalidParameterException', 'User has not verified software token mfa', 'MFA_NOT_SET_UP', 'softwareToken'],
  ['InvalidParameterException', 'User does not have delivery config set to turn on SMS_MFA', 'MFA_NOT_SET_UP', 'sms'],
  ['NotAuthorizedException', 'Access Token has expired', 'TOKEN_EXPIRED', null],
  ['NotAuthorizedException', 'An unheard-of text.', 'TOKEN_INVALID', null],
])('%s (%s) is %s', async (name, text, code, field) => {
  const { call } = createCaller({ cognito: stubWire(exception(name, text)).handle });
  expect(refused(await call('setUserMfaPreference', { input: { sms: on } }, { token }))).toMatchObject({
    code,
    info: { cognito: name, field },
  });
});

test('a user who is gone is not told apart from a token that is', async () => {
  const { call } = createCaller({ cognito: stubWire(exception('UserNotFoundException', 'User does not exist.')).handle });
  expect(refused(await call('setUserMfaPreference', { input: { sms: on } }, { token }))).toMatchObject({
    code: 'TOKEN_REVOKED',
    info: { cognito: 'NotAuthorizedException' },
  });
});
