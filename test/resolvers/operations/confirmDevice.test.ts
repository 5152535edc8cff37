import { expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../caller.ts';
import { madeUpIdToken, madeUpToken } from '../made-up-token.ts';
import { exception, stubWire, success } from '../stub-wire.ts';

const token = madeUpToken();
const input = {
  deviceKey: 'eu-central-1_11111111-2222-3333-4444-555555555555',
  deviceName: 'Ann’s laptop',
  passwordVerifier: `${'A'.repeat(512)}+/==`,
  salt: 'APDh0sO0pZaHeGlaSzwtHg8=',
};

test('sends the verifier, and tells whether the user is asked', async () => {
  for (const UserConfirmationNecessary of [true, false]) {
    const { handle, sent } = stubWire(success({ UserConfirmationNecessary }));
    const { call } = createCaller({ cognito: handle });
    expect(succeeded(await call('confirmDevice', { input }, { token }))).toEqual({
      userConfirmationNecessary: UserConfirmationNecessary,
    });
    expect(sent.map(({ operation, body }) => ({ operation, body }))).toEqual([
      {
        operation: 'ConfirmDevice',
        body: {
          AccessToken: token,
          DeviceKey: input.deviceKey,
          DeviceName: input.deviceName,
          DeviceSecretVerifierConfig: { PasswordVerifier: input.passwordVerifier, Salt: input.salt },
        },
      },
    ]);
    expect(sent[0]?.headers['authorization']).toBeUndefined();
  }
});

test('goes without a name', async () => {
  const { handle, sent } = stubWire(success({}));
  const { call } = createCaller({ cognito: handle });
  const { deviceName: _, ...nameless } = input;
  expect(succeeded(await call('confirmDevice', { input: nameless }, { token }))).toEqual({ userConfirmationNecessary: false });
  expect(sent[0]?.body).not.toHaveProperty('DeviceName');
});

test('wants the access token', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  for (const auth of [{}, { token: madeUpIdToken }]) {
    expect(refused(await call('confirmDevice', { input }, auth)).code).toBe('ACCESS_TOKEN_REQUIRED');
  }
});

test.each([
  ['deviceKey', { deviceKey: '' }],
  ['deviceKey', { deviceKey: 'no key' }],
  ['deviceKey', { deviceKey: `${'x'.repeat(50)}_abcdef` }],
  ['deviceName', { deviceName: '' }],
  ['deviceName', { deviceName: 'x'.repeat(1025) }],
  ['passwordVerifier', { passwordVerifier: '' }],
  ['passwordVerifier', { passwordVerifier: 'not Base64!' }],
  ['passwordVerifier', { passwordVerifier: 'A'.repeat(1025) }],
  ['salt', { salt: 'AA===' }],
  ['salt', { salt: 'A'.repeat(1025) }],
])('%s is refused by name (%#)', async (field, change) => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(refused(await call('confirmDevice', { input: { ...input, ...change } }, { token }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});

test.each([
  ['DeviceKeyExistsException', 'Some text.', 'INVALID_INPUT', 'deviceKey'],
  ['UsernameExistsException', 'Some text.', 'INVALID_INPUT', 'deviceKey'],
  ['InvalidPasswordException', 'Some text.', 'INVALID_INPUT', 'passwordVerifier'],
  ['ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'deviceKey'],
  ['NotAuthorizedException', 'Invalid Access Token', 'TOKEN_INVALID', null],
])('%s (%s) is %s', async (name, text, code, field) => {
  const { call } = createCaller({ cognito: stubWire(exception(name, text)).handle });
  expect(refused(await call('confirmDevice', { input }, { token }))).toMatchObject({ code, info: { cognito: name, field } });
});
