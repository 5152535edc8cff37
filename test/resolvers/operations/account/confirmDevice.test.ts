import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

/** Any number will do: the verifier is proved at the next sign-in only. */
const verifier = () => ({
  passwordVerifier: `AP${randomBytes(384).toString('base64').slice(2)}`,
  salt: 'APDh0sO0pZaHeGlaSzwtHg8=',
});

describe('a device that the pool has just met', () => {
  async function met(DeviceOnlyRememberedOnUserPrompt: boolean) {
    const instance = createInstance({
      userPool: { DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt, ChallengeRequiredOnNewDevice: false } },
    });
    onTestFinished(() => instance.close());
    const { accessToken, refreshToken, newDevice } = await signedIn(instance, await confirmed(instance));
    return { instance, auth: { token: accessToken }, refreshToken: refreshToken ?? '', deviceKey: newDevice?.deviceKey ?? '' };
  }

  test.each([true, false])('is confirmed; that the user must be asked is %s', async (asked) => {
    const { instance, auth, deviceKey, refreshToken } = await met(asked);
    const given = { ...verifier(), deviceKey, deviceName: 'Ann’s laptop' };
    expect(succeeded(await instance.call('confirmDevice', { input: given }, auth))).toEqual({ userConfirmationNecessary: asked });
    succeeded(await instance.call('refreshTokens', { input: { refreshToken, deviceKey } }));
    expect(refused(await instance.call('confirmDevice', { input: given }, auth))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'This device is confirmed already.',
      info: { field: 'deviceKey', cognito: 'DeviceKeyExistsException', retryable: false },
    });
  });

  test('refreshes no token before that', async () => {
    const { instance, deviceKey, refreshToken } = await met(true);
    expect(refused(await instance.call('refreshTokens', { input: { refreshToken, deviceKey } })).code).toBe('TOKEN_INVALID');
  });

  test('is its own user’s alone', async () => {
    const { instance, deviceKey } = await met(true);
    const other = await signedIn(instance, await confirmed(instance));
    const auth = { token: other.accessToken };
    for (const key of [deviceKey, 'eu-central-1_11111111-2222-3333-4444-555555555555']) {
      expect(refused(await instance.call('confirmDevice', { input: { ...verifier(), deviceKey: key } }, auth))).toMatchObject({
        code: 'NOT_FOUND',
        message: 'There is no such device.',
        info: { field: 'deviceKey', cognito: 'ResourceNotFoundException' },
      });
    }
  });

  test('with a verifier that is none is refused by name', async () => {
    const { instance, auth, deviceKey } = await met(true);
    const given = { deviceKey, passwordVerifier: 'AA==', salt: 'AA==' };
    expect(refused(await instance.call('confirmDevice', { input: given }, auth))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'passwordVerifier' },
    });
  });
});

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
