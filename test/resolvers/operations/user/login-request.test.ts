import { describe, expect, test } from 'vitest';
import { AuthFlow, ChallengeName, type LoginInput } from '../../../../resolvers/generated/schema.ts';
import { createCaller, refused, step, succeeded } from '../../../support/caller.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const device = 'eu-central-1_11111111-2222-3333-4444-555555555555';
const tokens = success({ AuthenticationResult: { AccessToken: 'a', IdToken: 'i', ExpiresIn: 60, TokenType: 'Bearer' } });

const sent: readonly [Omit<LoginInput, 'username'>, Record<string, string>][] = [
  [{ password: 'p' }, { PASSWORD: 'p' }],
  [{ password: 'p', flow: null }, { PASSWORD: 'p' }],
  [
    { flow: 'USER_PASSWORD_AUTH', password: 'p', deviceKey: device },
    { PASSWORD: 'p', DEVICE_KEY: device },
  ],
  [{ flow: 'USER_SRP_AUTH', srpA: 'aF01' }, { SRP_A: 'aF01' }],
  [
    { flow: 'USER_SRP_AUTH', srpA: 'aF01', deviceKey: device },
    { SRP_A: 'aF01', DEVICE_KEY: device },
  ],
  [{ flow: 'CUSTOM_AUTH' }, {}],
  [
    { flow: 'CUSTOM_AUTH', srpA: 'aF01' },
    { SRP_A: 'aF01', CHALLENGE_NAME: 'SRP_A' },
  ],
  [{ flow: 'USER_AUTH' }, {}],
  [
    { flow: 'USER_AUTH', preferredChallenge: 'PASSWORD', password: 'p' },
    { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'p' },
  ],
  [
    { flow: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP', srpA: 'aF01' },
    { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: 'aF01' },
  ],
  [{ flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' }, { PREFERRED_CHALLENGE: 'EMAIL_OTP' }],
  [{ flow: 'USER_AUTH', preferredChallenge: 'SMS_OTP' }, { PREFERRED_CHALLENGE: 'SMS_OTP' }],
  [{ flow: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' }, { PREFERRED_CHALLENGE: 'WEB_AUTHN' }],
  [{ flow: 'USER_AUTH', session: 's'.repeat(20) }, {}],
];

const refusedInputs: readonly [string, Omit<LoginInput, 'username'> & { readonly username?: string }][] = [
  ['username', { username: '', password: 'p' }],
  ['username', { username: 'x'.repeat(129), password: 'p' }],
  ['username', { username: 'ann\tsmith', password: 'p' }],
  ['password', {}],
  ['password', { password: '' }],
  ['password', { password: 'x'.repeat(257) }],
  ['srpA', { password: 'p', srpA: 'ab' }],
  ['session', { password: 'p', session: 's'.repeat(20) }],
  ['preferredChallenge', { password: 'p', preferredChallenge: 'PASSWORD' }],
  ['deviceKey', { password: 'p', deviceKey: 'no-key' }],
  ['clientMetadata', { password: 'p', clientMetadata: { a: null } }],
  ['srpA', { flow: 'USER_SRP_AUTH' }],
  ['srpA', { flow: 'USER_SRP_AUTH', srpA: 'not hex' }],
  ['srpA', { flow: 'USER_SRP_AUTH', srpA: 'a'.repeat(1025) }],
  ['password', { flow: 'USER_SRP_AUTH', srpA: 'ab', password: 'p' }],
  ['password', { flow: 'CUSTOM_AUTH', password: 'p' }],
  ['password', { flow: 'USER_AUTH', password: 'p' }],
  ['password', { flow: 'USER_AUTH', preferredChallenge: 'PASSWORD' }],
  ['srpA', { flow: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' }],
  ['password', { flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP', password: 'p' }],
  ['preferredChallenge', { flow: 'USER_AUTH', preferredChallenge: 'SMS_MFA' }],
  ['preferredChallenge', { flow: 'USER_AUTH', session: 's'.repeat(20), preferredChallenge: 'PASSWORD' }],
  ['session', { flow: 'USER_AUTH', session: 's'.repeat(2049) }],
];

describe('what Cognito is sent', () => {
  test.each(sent)('%j', async (input, parameters) => {
    const { handle, sent: seen } = stubWire(tokens);
    const stub = createCaller({ cognito: handle });
    step(succeeded(await stub.call('login', { input: { username: 'ann', clientMetadata: { a: 'b' }, ...input } })), 'Tokens');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.operation).toBe('InitiateAuth');
    expect(seen[0]?.headers['authorization']).toBeUndefined();
    expect(seen[0]?.body).toEqual({
      ClientId: 'testclient',
      AuthFlow: input.flow ?? 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ann', ...parameters },
      ClientMetadata: { a: 'b' },
      ...(input.session && { Session: input.session }),
    });
  });

  test('walks every flow and every first factor', () => {
    expect(new Set(sent.map(([{ flow }]) => flow ?? 'USER_PASSWORD_AUTH'))).toEqual(new Set(Object.values(AuthFlow)));
  });

  test('holds the secret hash where the app client has a secret', async () => {
    const { handle, sent: seen } = stubWire(tokens);
    const stub = createCaller({ cognito: handle, clientSecret: 'a-client-secret-of-24-letters' });
    succeeded(await stub.call('login', { input: { username: 'ann', password: 'p' } }));
    expect(seen[0]?.body['AuthParameters']).toEqual({
      USERNAME: 'ann',
      PASSWORD: 'p',
      // printf %s anntestclient | openssl dgst -sha256 -hmac a-client-secret-of-24-letters -binary | base64
      SECRET_HASH: '8Qhg/4FWT4APN5bGSxvco2PXyT/SweBn1J9lUFpLFPU=',
    });
  });
});

test.each(refusedInputs)('%s is refused by name (%#)', async (field, input) => {
  const stub = createCaller({ cognito: stubWire().handle });
  const error = refused(await stub.call('login', { input: { username: 'ann', ...input } }));
  expect(error).toMatchObject({ code: 'INVALID_INPUT', info: { field, cognito: null, retryable: false } });
  expect(error.message).toMatch(/^(`|[A-Z]).+\.$/);
});

test('each challenge that is no first factor is refused as the preferred one', async () => {
  const factors = ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];
  for (const preferredChallenge of Object.values(ChallengeName).filter((name) => !factors.includes(name))) {
    const stub = createCaller({ cognito: stubWire().handle });
    expect(refused(await stub.call('login', { input: { username: 'ann', flow: 'USER_AUTH', preferredChallenge } })).message).toBe(
      `${preferredChallenge} is not a first factor.`,
    );
  }
});

describe('with a level to reach', () => {
  const level = 'urn:cognito:loa:4';
  const input = { username: 'ann', flow: 'USER_AUTH', acrValues: [level, 'urn:cognito:loa:3'] } as const;
  const answered = () => stubWire(success({ ChallengeName: 'PASSWORD', Session: 's', ChallengeParameters: {} }));

  test('names the levels, best first, and how old the credit may be', async () => {
    const { handle, sent } = answered();
    succeeded(await createCaller({ cognito: handle }).call('login', { input: { ...input, maxAgeSeconds: 0 } }));
    expect(sent[0]?.body['AuthParameters']).toEqual({
      USERNAME: 'ann',
      TARGET_ACR_VALUES: 'urn:cognito:loa:4 urn:cognito:loa:3',
      MAX_AGE: '0',
    });
  });

  test('hands on the access token of a signed-in user for credit, and only then', async () => {
    const token = madeUpToken();
    const { handle, sent } = answered();
    const stub = createCaller({ cognito: handle });
    const preferredChallenge = 'EMAIL_OTP' as const;
    succeeded(await stub.call('login', { input: { ...input, preferredChallenge } }, { token }));
    succeeded(await stub.call('login', { input: { username: 'ann', flow: 'USER_AUTH' } }, { token }));
    expect(sent.map(({ body }) => body['AuthParameters'])).toEqual([
      { USERNAME: 'ann', PREFERRED_CHALLENGE: 'EMAIL_OTP', TARGET_ACR_VALUES: input.acrValues.join(' '), ACCESS_TOKEN: token },
      { USERNAME: 'ann' },
    ]);
  });

  test('refuses another token in the place of the access token', async () => {
    const stub = createCaller({ cognito: stubWire().handle });
    expect(refused(await stub.call('login', { input }, { token: madeUpIdToken })).code).toBe('ACCESS_TOKEN_REQUIRED');
  });

  test.each<[string, Partial<LoginInput>]>([
    ['acrValues', { flow: 'USER_PASSWORD_AUTH', password: 'x' }],
    ['acrValues', { flow: 'USER_SRP_AUTH', srpA: 'ab' }],
    ['acrValues', { flow: 'CUSTOM_AUTH' }],
    ['acrValues', { session: 'a-session' }],
    ['acrValues', { acrValues: [] }],
    ['acrValues', { acrValues: Array.from({ length: 11 }, () => level) }],
    ['acrValues', { acrValues: ['two words'] }],
    ['acrValues', { acrValues: [''] }],
    ['maxAgeSeconds', { acrValues: null, maxAgeSeconds: 60 }],
    ['maxAgeSeconds', { maxAgeSeconds: -1 }],
  ])('%s is refused by name: %j', async (field, changes) => {
    const stub = createCaller({ cognito: stubWire().handle });
    expect(refused(await stub.call('login', { input: { ...input, ...changes } }))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field, cognito: null },
    });
  });
});
