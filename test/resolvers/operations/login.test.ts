import { AdminDisableUserCommand, AdminResetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, test } from 'vitest';
import { AuthFlow, ChallengeName, type LoginInput, type RespondToChallengeInput } from '../../../resolvers/generated/schema.ts';
import { createCaller, refused, step, succeeded } from '../../support/caller.ts';
import { createInstance } from '../../support/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../support/resolvers/made-up-token.ts';
import { challenged, confirmed, newPassword, newPerson, signedIn } from '../../support/resolvers/people.ts';
import { srpAnswer } from '../../support/resolvers/srp.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

describe('with a password', () => {
  test('gives tokens that live one day', async () => {
    const person = await confirmed(instance);
    const tokens = await signedIn(instance, person);
    expect(tokens).toEqual({
      __typename: 'Tokens',
      accessToken: expect.stringMatching(/^ey/),
      idToken: expect.stringMatching(/^ey/),
      refreshToken: expect.any(String),
      expiresIn: 86_400,
      tokenType: 'Bearer',
      newDevice: null,
    });
  });

  test('takes the verified address in the place of the name', async () => {
    const person = await confirmed(instance);
    await signedIn(instance, { ...person, username: person.email });
  });

  test('answers an unknown user as it answers a wrong password', async () => {
    const { username } = await confirmed(instance);
    const wrong = refused(await call('login', { input: { username, password: newPassword() } }));
    const unknown = refused(await call('login', { input: { username: newPerson().username, password: newPassword() } }));
    const { requestId: _, ...info } = wrong.info;
    expect(wrong).toMatchObject({ code: 'INVALID_CREDENTIALS', message: 'Incorrect username or password.' });
    expect(unknown).toEqual({ ...wrong, info: { ...info, requestId: expect.any(String) } });
    expect(info).toEqual({ cognito: 'NotAuthorizedException', retryable: false, field: null });
  });

  test('tells a disabled user so for the right password alone', async () => {
    const person = await confirmed(instance);
    await instance.admin.send(new AdminDisableUserCommand({ UserPoolId: instance.userPoolId, Username: person.username }));
    const attempt = async (password: string) =>
      refused(await call('login', { input: { username: person.username, password } })).code;
    expect(await attempt(newPassword())).toBe('INVALID_CREDENTIALS');
    expect(await attempt(person.password)).toBe('USER_DISABLED');
  });

  test('answers so even over a pool that tells them apart', async () => {
    const legacy = createInstance({ client: { PreventUserExistenceErrors: 'LEGACY' } });
    const { username } = await confirmed(legacy);
    const wrong = refused(await legacy.call('login', { input: { username, password: newPassword() } }));
    const unknown = refused(await legacy.call('login', { input: { username: newPerson().username, password: newPassword() } }));
    expect({ ...unknown, info: { ...unknown.info, requestId: '' } }).toEqual({
      ...wrong,
      info: { ...wrong.info, requestId: '' },
    });
    expect(legacy.lines.join()).toContain('UserNotFoundException');
    legacy.close();
  });

  test('locks after too many tries', async () => {
    const { username } = await confirmed(instance);
    const codes: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      codes.push(refused(await call('login', { input: { username, password: newPassword() } })).code);
    }
    expect(codes[0]).toBe('INVALID_CREDENTIALS');
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });

  test('is refused after a temporary password has expired', async () => {
    const { username, temporaryPassword } = await challenged(instance);
    instance.advance(7 * 86_400_000 + 1_000);
    expect(refused(await call('login', { input: { username, password: temporaryPassword } }))).toMatchObject({
      code: 'TEMPORARY_PASSWORD_EXPIRED',
      message: 'The temporary password has expired. An administrator must send a new one.',
    });
  });

  test('is refused after an administrator ordered a new one, which the code of the mail sets', async () => {
    const person = await confirmed(instance);
    const { username, email } = person;
    await instance.admin.send(new AdminResetUserPasswordCommand({ UserPoolId: instance.userPoolId, Username: username }));
    expect(refused(await call('login', { input: { username, password: person.password } }))).toMatchObject({
      code: 'PASSWORD_RESET_REQUIRED',
      message: 'Set a new password first.',
      info: { cognito: 'PasswordResetRequiredException' },
    });
    const password = newPassword();
    succeeded(await call('confirmForgotPassword', { input: { username, code: instance.message(email).code ?? '', password } }));
    await signedIn(instance, { ...person, password });
  });
});

describe('by SRP', () => {
  const srp = createInstance({ client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] } });

  afterAll(() => srp.close());

  const answered = async (input: RespondToChallengeInput) => srp.call('respondToChallenge', { input });

  test('gives tokens for a proof, under the name and under the verified address', async () => {
    const { username, email, password } = await confirmed(srp);
    for (const typed of [username, email]) {
      const answer = await srpAnswer(srp, { username: typed, password });
      expect(answer.username).toBe(username);
      const { accessToken } = step(succeeded(await answered(answer)), 'Tokens');
      expect(succeeded(await srp.call('me', {}, { token: accessToken })).username).toBe(username);
    }
  });

  test('a proof of a wrong password and one for an unknown user are refused alike, at the same step', async () => {
    const { username } = await confirmed(srp);
    const wrong = refused(await answered(await srpAnswer(srp, { username, password: newPassword() })));
    const unknown = refused(await answered(await srpAnswer(srp, newPerson())));
    expect(wrong).toMatchObject({ code: 'INVALID_CREDENTIALS', message: 'Incorrect username or password.' });
    expect({ ...unknown, info: { ...unknown.info, requestId: '' } }).toEqual({
      ...wrong,
      info: { ...wrong.info, requestId: '' },
    });
  });

  test('a proof counts once, for its own user', async () => {
    const [ann, bob] = [await confirmed(srp), await confirmed(srp)];
    const answer = await srpAnswer(srp, ann);
    expect(refused(await answered({ ...answer, username: bob.username })).code).toBe('INVALID_CREDENTIALS');
    const fresh = await srpAnswer(srp, ann);
    succeeded(await answered(fresh));
    expect(['INVALID_CREDENTIALS', 'SESSION_EXPIRED']).toContain(refused(await answered(fresh)).code);
  });
});

test('a flow that the app client has off is NOT_ENABLED', async () => {
  const other = createInstance({ client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } });
  const { username, password } = newPerson();
  expect(refused(await other.call('login', { input: { username, password } }))).toMatchObject({
    code: 'NOT_ENABLED',
    message: 'This flow is not enabled.',
    info: { field: 'flow', cognito: 'InvalidParameterException', retryable: false },
  });
  other.close();
});

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
      `${preferredChallenge} is no first factor.`,
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
