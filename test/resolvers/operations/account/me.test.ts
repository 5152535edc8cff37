import { afterAll, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

test('is the user as Cognito has them', async () => {
  const person = await confirmed(instance);
  const { accessToken } = await signedIn(instance, person);
  for (const authorization of [accessToken, `Bearer ${accessToken}`]) {
    const user = succeeded(await call('me', {}, { token: authorization }));
    expect(user).toEqual({
      username: person.username,
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      attributes: expect.arrayContaining([
        { name: 'sub', value: user.sub },
        { name: 'email', value: person.email },
        { name: 'email_verified', value: 'true' },
      ]),
      email: person.email,
      emailVerified: true,
      phoneNumber: null,
      phoneNumberVerified: false,
      groups: [],
      identities: [],
      mfa: { preferred: null, enabled: [] },
    });
  }
});

test('wants the access token', async () => {
  const { idToken } = await signedIn(instance, await confirmed(instance));
  expect(refused(await call('me', {}, { token: idToken }))).toMatchObject({
    code: 'ACCESS_TOKEN_REQUIRED',
    info: { cognito: null, retryable: false, field: null },
  });
  expect(refused(await call('me', {})).code).toBe('ACCESS_TOKEN_REQUIRED');
});

test('a token that Cognito does not know, or that is too old, is refused by it', async () => {
  const { accessToken } = await signedIn(instance, await confirmed(instance));
  expect(refused(await call('me', {}, { token: madeUpToken() })).code).toBe('TOKEN_INVALID');
  instance.advance(86_401_000);
  expect(refused(await call('me', {}, { token: accessToken }))).toMatchObject({
    code: 'TOKEN_EXPIRED',
    message: 'This token has expired.',
  });
});

test('has the groups of the token, and the second factors that the schema knows', async () => {
  const { handle, sent } = stubWire(
    success({
      Username: 'ann',
      UserAttributes: [
        { Name: 'phone_number', Value: '+15555550100' },
        { Name: 'phone_number_verified', Value: 'true' },
        { Name: 'nickname' },
      ],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'A_NEW_ONE', 'EMAIL_OTP'],
    }),
  );
  const stub = createCaller({ cognito: handle });
  const access = madeUpToken({ 'cognito:groups': ['admin', 'staff'] });
  expect(succeeded(await stub.call('me', {}, { token: access }))).toEqual({
    username: 'ann',
    sub: 'a-sub',
    attributes: [
      { name: 'phone_number', value: '+15555550100' },
      { name: 'phone_number_verified', value: 'true' },
      { name: 'nickname', value: '' },
    ],
    email: null,
    emailVerified: false,
    phoneNumber: '+15555550100',
    phoneNumberVerified: true,
    groups: ['admin', 'staff'],
    identities: [],
    mfa: { preferred: 'SOFTWARE_TOKEN_MFA', enabled: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
  });
  expect(sent[0]).toMatchObject({ operation: 'GetUser', body: { AccessToken: access } });
});
