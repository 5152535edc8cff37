import { afterAll, describe, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

describe('refreshTokens', () => {
  test('gives new access and ID tokens, and no refresh token', async () => {
    const tokens = await signedIn(instance, await confirmed(instance));
    const fresh = succeeded(await call('refreshTokens', { input: { refreshToken: tokens.refreshToken ?? '' } }));
    expect(fresh).toMatchObject({ refreshToken: null, expiresIn: 86_400, tokenType: 'Bearer', newDevice: null });
    expect(fresh.accessToken).not.toBe(tokens.accessToken);
    succeeded(await call('me', {}, { token: fresh.accessToken }));
  });

  test('is refused once the refresh token is too old', async () => {
    const units = { AccessToken: 'days', IdToken: 'days', RefreshToken: 'hours' };
    const other = createInstance({ client: { RefreshTokenValidity: 2, TokenValidityUnits: units } });
    const { refreshToken } = await signedIn(other, await confirmed(other));
    other.advance(2 * 3_600_000 + 1_000);
    expect(refused(await other.call('refreshTokens', { input: { refreshToken: refreshToken ?? '' } }))).toMatchObject({
      code: 'TOKEN_EXPIRED',
      info: { cognito: 'NotAuthorizedException', retryable: false, field: 'refreshToken' },
    });
    other.close();
  });

  test('is refused for what is no refresh token', async () => {
    const { accessToken } = await signedIn(instance, await confirmed(instance));
    for (const refreshToken of ['nonsense', accessToken]) {
      expect(refused(await call('refreshTokens', { input: { refreshToken } }))).toMatchObject({
        code: 'TOKEN_INVALID',
        info: { field: 'refreshToken' },
      });
    }
  });

  test('sends the device along', async () => {
    const { handle, sent } = stubWire(
      success({ AuthenticationResult: { AccessToken: 'a', IdToken: 'i', RefreshToken: 'r', ExpiresIn: 5 } }),
    );
    const stub = createCaller({ cognito: handle, clientSecret: 'a-client-secret-of-24-letters' });
    const input = { refreshToken: 'r0', deviceKey: 'eu-central-1_11111111-2222-3333-4444-555555555555' };
    expect(succeeded(await stub.call('refreshTokens', { input }))).toMatchObject({
      refreshToken: 'r',
      expiresIn: 5,
      tokenType: 'Bearer',
    });
    expect(sent[0]?.body).toEqual({
      ClientId: 'testclient',
      ClientSecret: 'a-client-secret-of-24-letters',
      RefreshToken: 'r0',
      DeviceKey: input.deviceKey,
    });
  });
});

describe('revokeToken', () => {
  test('ends the session: neither token is good for Cognito any more', async () => {
    const { accessToken, refreshToken } = await signedIn(instance, await confirmed(instance));
    const input = { refreshToken: refreshToken ?? '' };
    expect(succeeded(await call('revokeToken', { input }))).toBe(true);
    expect(refused(await call('refreshTokens', { input }))).toMatchObject({
      code: 'TOKEN_REVOKED',
      info: { field: 'refreshToken' },
    });
    expect(refused(await call('me', {}, { token: accessToken }))).toMatchObject({
      code: 'TOKEN_REVOKED',
      message: 'This token was revoked. Sign in again.',
    });
  });

  test('wants the refresh token', async () => {
    const { accessToken } = await signedIn(instance, await confirmed(instance));
    expect(refused(await call('revokeToken', { input: { refreshToken: accessToken } }))).toMatchObject({
      code: 'TOKEN_INVALID',
      message: 'Send the refresh token.',
      info: { cognito: 'UnsupportedTokenTypeException', field: 'refreshToken' },
    });
  });

  test('is NOT_ENABLED where the app client has it off', async () => {
    const other = createInstance({ client: { EnableTokenRevocation: false } });
    const { refreshToken } = await signedIn(other, await confirmed(other));
    expect(refused(await other.call('revokeToken', { input: { refreshToken: refreshToken ?? '' } })).code).toBe('NOT_ENABLED');
    other.close();
  });
});

describe('globalSignOut', () => {
  test('ends every session of the user and nobody else’s', async () => {
    const person = await confirmed(instance);
    const [phone, laptop] = [await signedIn(instance, person), await signedIn(instance, person)];
    const other = await signedIn(instance, await confirmed(instance));
    expect(succeeded(await call('globalSignOut', {}, { token: phone.accessToken }))).toBe(true);
    for (const { accessToken, refreshToken } of [phone, laptop]) {
      expect(refused(await call('me', {}, { token: accessToken })).code).toBe('TOKEN_REVOKED');
      expect(refused(await call('refreshTokens', { input: { refreshToken: refreshToken ?? '' } })).code).toBe('TOKEN_REVOKED');
    }
    succeeded(await call('me', {}, { token: other.accessToken }));
  });

  test('wants the access token', async () => {
    const { idToken } = await signedIn(instance, await confirmed(instance));
    expect(refused(await call('globalSignOut', {}, { token: idToken }))).toMatchObject({
      code: 'ACCESS_TOKEN_REQUIRED',
      message: 'Send the access token; this is another token.',
      info: { cognito: null, retryable: false, field: null },
    });
  });
});

test.each([
  ['refreshToken', { refreshToken: '' }],
  ['refreshToken', { refreshToken: 'with space' }],
  ['refreshToken', { refreshToken: 'x'.repeat(131_073) }],
  ['deviceKey', { refreshToken: 'x', deviceKey: 'not a key' }],
  ['deviceKey', { refreshToken: 'x', deviceKey: 'd_'.padEnd(56, '0') }],
])('%s is refused by name (%#)', async (field, input) => {
  const stub = createCaller({ cognito: stubWire().handle });
  expect(refused(await stub.call('refreshTokens', { input }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});

test('an answer without tokens is INTERNAL', async () => {
  const stub = createCaller({ cognito: stubWire(success({ AuthenticationResult: { AccessToken: 'a' } })).handle });
  expect(refused(await stub.call('refreshTokens', { input: { refreshToken: 'x' } })).code).toBe('INTERNAL');
});
