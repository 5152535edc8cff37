import { afterAll, describe, expect, test } from 'vitest';
import { createCaller, refused, step, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { challenged, newPassword, signedIn } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';
import { claim, deviceKey } from '../../sign-in/challenge-cases.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

describe('the new password', () => {
  test('ends in tokens', async () => {
    const { username, answer, ...person } = await challenged(instance);
    const password = newPassword();
    step(succeeded(await call('respondToChallenge', { input: { ...answer, newPassword: password } })), 'Tokens');
    await signedIn(instance, { ...person, username, password });
  });

  test('that breaks the policy is refused with the rule, and another one may follow', async () => {
    const { answer } = await challenged(instance);
    expect(refused(await call('respondToChallenge', { input: { ...answer, newPassword: 'short' } }))).toMatchObject({
      code: 'PASSWORD_POLICY',
      message: 'This password is not long enough: it must have at least 8 characters.',
      info: { field: 'newPassword', cognito: null, retryable: false },
    });
    step(succeeded(await call('respondToChallenge', { input: { ...answer, newPassword: newPassword() } })), 'Tokens');
  });

  test('may bring attributes', async () => {
    const { answer } = await challenged(instance);
    const attributes = [{ name: 'given_name', value: 'Ann' }];
    const input = { ...answer, newPassword: newPassword(), attributes };
    const { accessToken } = step(succeeded(await call('respondToChallenge', { input })), 'Tokens');
    const { attributes: kept } = succeeded(await call('me', {}, { token: accessToken }));
    expect(kept).toContainEqual({ name: 'given_name', value: 'Ann' });
  });

  test.each(['email_verified', 'phone_number_verified', 'sub', 'cognito:groups', 'dev:role', 'custom:role'])(
    'does not bring the attribute %s',
    async (name) => {
      const { answer } = await challenged(instance);
      const attributes = [{ name, value: 'true' }];
      expect(
        refused(await call('respondToChallenge', { input: { ...answer, newPassword: newPassword(), attributes } })),
      ).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'attributes' } });
    },
  );
});

describe('a session', () => {
  const expired = { code: 'SESSION_EXPIRED', info: { field: 'session', retryable: false } };

  test.each([['made up'], ['A'.repeat(1_500)], ['AYAB'.padEnd(2_048, 'x')]])(
    'that is made up is refused (%#)',
    async (session) => {
      const { answer } = await challenged(instance);
      expect(
        refused(await call('respondToChallenge', { input: { ...answer, session, newPassword: newPassword() } })),
      ).toMatchObject(expired);
    },
  );

  test('that was used is refused', async () => {
    const { answer } = await challenged(instance);
    succeeded(await call('respondToChallenge', { input: { ...answer, newPassword: newPassword() } }));
    expect(refused(await call('respondToChallenge', { input: { ...answer, newPassword: newPassword() } }))).toMatchObject(
      expired,
    );
  });

  test('that has expired is refused', async () => {
    const { answer } = await challenged(instance);
    instance.advance(3 * 60_000 + 1_000);
    expect(refused(await call('respondToChallenge', { input: { ...answer, newPassword: newPassword() } }))).toMatchObject(
      expired,
    );
  });

  test("that is another user's is refused and changes nothing", async () => {
    const [mallory, alice] = [await challenged(instance), await challenged(instance)];
    const password = newPassword();
    const input = { ...mallory.answer, username: alice.username, newPassword: password };
    expect(refused(await call('respondToChallenge', { input }))).toMatchObject(expired);
    expect(refused(await call('login', { input: { username: alice.username, password } })).code).toBe('INVALID_CREDENTIALS');
    step(succeeded(await call('respondToChallenge', { input: { ...mallory.answer, newPassword: password } })), 'Tokens');
  });

  test('is good for its own challenge only', async () => {
    const { answer } = await challenged(instance);
    const { username, session } = answer;
    for (const other of [
      { name: 'PASSWORD', password: 'p' },
      { name: 'CUSTOM_CHALLENGE', answer: 'x' },
    ] as const) {
      const { code } = refused(await call('respondToChallenge', { input: { ...other, username, session } }));
      expect(['SESSION_EXPIRED', 'NOT_ENABLED']).toContain(code);
    }
  });
});

const session = 's'.repeat(40);
const tokens = success({ AuthenticationResult: { AccessToken: 'a', IdToken: 'i', ExpiresIn: 60 } });

test.each([
  ['username', { name: 'PASSWORD', username: 'x'.repeat(129), session, password: 'p' }],
  ['session', { name: 'PASSWORD', username: 'ann', session: 's'.repeat(2049), password: 'p' }],
  ['password', { name: 'PASSWORD', username: 'ann', session, password: 'x'.repeat(257) }],
  ['password', { name: 'PASSWORD', username: 'ann', session, password: '' }],
  ['password', { name: 'SELECT_CHALLENGE', username: 'ann', session, answer: 'EMAIL_OTP', password: 'p' }],
  ['srpA', { name: 'SELECT_CHALLENGE', username: 'ann', session, answer: 'PASSWORD', srpA: 'ab' }],
  ['newPassword', { name: 'NEW_PASSWORD_REQUIRED', username: 'ann', session, newPassword: 'x'.repeat(257) }],
  ['code', { name: 'SMS_MFA', username: 'ann', session, code: '1'.repeat(2049) }],
  ['code', { name: 'SMS_MFA', username: 'ann', session, code: '12 34' }],
  ['answer', { name: 'CUSTOM_CHALLENGE', username: 'ann', session, answer: 'x'.repeat(131_073) }],
  ['email', { name: 'MFA_SETUP', username: 'ann', session, email: 'x'.repeat(2049) }],
  ['srpA', { name: 'PASSWORD_SRP', username: 'ann', session, srpA: 'a'.repeat(1025) }],
  [
    'passwordClaim.signature',
    { name: 'PASSWORD_VERIFIER', username: 'ann', passwordClaim: { ...claim, signature: 'x'.repeat(1025) } },
  ],
  ['passwordClaim.timestamp', { name: 'PASSWORD_VERIFIER', username: 'ann', passwordClaim: { ...claim, timestamp: '' } }],
  ['credential', { name: 'WEB_AUTHN', username: 'ann', session, credential: '{"id":"x"}' }],
  ['credential', { name: 'WEB_AUTHN', username: 'ann', session, credential: { id: 'x'.repeat(131_073) } }],
  ['deviceKey', { name: 'DEVICE_SRP_AUTH', username: 'ann', session, deviceKey: 'nokey', srpA: 'ab' }],
  ['clientMetadata', { name: 'PASSWORD', username: 'ann', session, password: 'p', clientMetadata: [] }],
] as const)('%s is refused by name (%#)', async (field, input) => {
  const stub = createCaller({ cognito: stubWire().handle });
  expect(refused(await stub.call('respondToChallenge', { input }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});

test('a secret hash is made with the name that answers', async () => {
  const { handle, sent } = stubWire(tokens);
  const stub = createCaller({ cognito: handle, clientSecret: 'a-client-secret-of-24-letters' });
  succeeded(await stub.call('respondToChallenge', { input: { name: 'PASSWORD', username: 'ann', session, password: 'p' } }));
  expect(sent[0]?.body['ChallengeResponses']).toEqual({
    USERNAME: 'ann',
    PASSWORD: 'p',
    SECRET_HASH: '8Qhg/4FWT4APN5bGSxvco2PXyT/SweBn1J9lUFpLFPU=',
  });
});

test('a device that is new to the pool comes with the tokens', async () => {
  const result = {
    AccessToken: 'a',
    IdToken: 'i',
    RefreshToken: 'r',
    ExpiresIn: 60,
    NewDeviceMetadata: { DeviceKey: deviceKey, DeviceGroupKey: 'group' },
  };
  const stub = createCaller({ cognito: stubWire(success({ AuthenticationResult: result })).handle });
  expect(succeeded(await stub.call('login', { input: { username: 'ann', password: 'p' } }))).toMatchObject({
    newDevice: { deviceKey, deviceGroupKey: 'group' },
  });
});

test.each([
  ['a challenge that nobody knows', { ChallengeName: 'A_NEW_ONE', ChallengeParameters: {} }],
  ['a challenge that is left out by decision', { ChallengeName: 'ADMIN_NO_SRP_AUTH', ChallengeParameters: {} }],
  ['a challenge without what it must have', { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters: { SALT: 'a1' } }],
  ['neither tokens nor challenge', {}],
])('%s is INTERNAL', async (_, answer) => {
  const stub = createCaller({ cognito: stubWire(success(answer)).handle });
  expect(refused(await stub.call('login', { input: { username: 'ann', password: 'p' } }))).toMatchObject({
    code: 'INTERNAL',
    message: 'Something went wrong.',
  });
});
