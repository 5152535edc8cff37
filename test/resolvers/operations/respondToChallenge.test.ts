import { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, test } from 'vitest';
import { ChallengeName, type RespondToChallengeInput } from '../../../resolvers/generated/schema.ts';
import { challenges } from '../../../resolvers/sign-in/challenges.ts';
import { createCaller, refused, step, succeeded } from '../../support/caller.ts';
import { createInstance } from '../../support/instance.ts';
import { challenged, newPassword, signedIn } from '../../support/resolvers/people.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

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

const claim = { signature: 'c2ln', secretBlock: 'YmxvY2s=', timestamp: 'Wed Apr 5 22:42:34 UTC 2017' };
const claimed = {
  PASSWORD_CLAIM_SIGNATURE: 'c2ln',
  PASSWORD_CLAIM_SECRET_BLOCK: 'YmxvY2s=',
  TIMESTAMP: 'Wed Apr 5 22:42:34 UTC 2017',
};
const deviceKey = 'eu-central-1_11111111-2222-3333-4444-555555555555';

type Given = Omit<RespondToChallengeInput, 'name' | 'username' | 'session'>;

/** Cognito's challenge, what a client sees of it, and each answer to it with what Cognito is sent. */
interface Case {
  readonly parameters: Readonly<Record<string, string>>;
  readonly available?: readonly string[];
  readonly shown: Readonly<Record<string, unknown>>;
  readonly answers: readonly (readonly [Given, Readonly<Record<string, string>>])[];
  /** The input that an answer without any names as missing; null where none is wanted. */
  readonly missing: string | null;
  /** Whether Cognito may give it no session. */
  readonly sessionless?: true;
}

const srp = { SALT: 'a1', SRP_B: 'b2', SECRET_BLOCK: 'YmxvY2s=', USERNAME: 'ann', USER_ID_FOR_SRP: 'ann-as-cognito-has-her' };

const cases: Readonly<Record<ChallengeName, Case>> = {
  NEW_PASSWORD_REQUIRED: {
    parameters: {
      USER_ID_FOR_SRP: 'ann-as-cognito-has-her',
      requiredAttributes: '["userAttributes.given_name","userAttributes.custom:x"]',
      userAttributes: '{"email":"ann@example.com"}',
    },
    shown: {
      __typename: 'NewPasswordRequiredChallenge',
      requiredAttributes: ['given_name', 'custom:x'],
      attributes: [{ name: 'email', value: 'ann@example.com' }],
      username: 'ann-as-cognito-has-her',
    },
    answers: [
      [{ newPassword: 'Passw0rd!' }, { NEW_PASSWORD: 'Passw0rd!' }],
      [
        {
          newPassword: 'Passw0rd!',
          attributes: [
            { name: 'given_name', value: 'Ann' },
            { name: 'email', value: 'a@b.c' },
          ],
        },
        { NEW_PASSWORD: 'Passw0rd!', 'userAttributes.given_name': 'Ann', 'userAttributes.email': 'a@b.c' },
      ],
    ],
    missing: 'newPassword',
  },
  SMS_MFA: {
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*******0100', USER_ID_FOR_SRP: 'ann' },
    shown: { __typename: 'SmsMfaChallenge', destination: '+*******0100', username: 'ann' },
    answers: [
      [
        { code: '123456', deviceKey },
        { SMS_MFA_CODE: '123456', DEVICE_KEY: deviceKey },
      ],
    ],
    missing: 'code',
  },
  EMAIL_OTP: {
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
    shown: { __typename: 'EmailOtpChallenge', destination: 'a***@e***' },
    answers: [[{ code: '12345678' }, { EMAIL_OTP_CODE: '12345678' }]],
    missing: 'code',
  },
  SMS_OTP: {
    parameters: {},
    shown: { __typename: 'SmsOtpChallenge', destination: null },
    answers: [[{ code: '123456' }, { SMS_OTP_CODE: '123456' }]],
    missing: 'code',
  },
  SOFTWARE_TOKEN_MFA: {
    parameters: { FRIENDLY_DEVICE_NAME: 'Phone' },
    shown: { __typename: 'SoftwareTokenMfaChallenge', friendlyDeviceName: 'Phone' },
    answers: [[{ code: '123456' }, { SOFTWARE_TOKEN_MFA_CODE: '123456' }]],
    missing: 'code',
  },
  SELECT_MFA_TYPE: {
    parameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA","A_NEW_ONE"]' },
    shown: { __typename: 'SelectMfaTypeChallenge', mfaTypes: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] },
    answers: [[{ answer: 'SMS_MFA' }, { ANSWER: 'SMS_MFA' }]],
    missing: 'answer',
  },
  MFA_SETUP: {
    parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' },
    shown: { __typename: 'MfaSetupChallenge', mfaTypes: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    answers: [
      [{}, {}],
      [{ email: 'ann@example.com' }, { EMAIL: 'ann@example.com' }],
    ],
    missing: null,
  },
  SELECT_CHALLENGE: {
    parameters: {},
    available: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'A_NEW_ONE', 'ADMIN_NO_SRP_AUTH'],
    shown: { __typename: 'SelectChallenge', availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'] },
    answers: [
      [{ answer: 'EMAIL_OTP' }, { ANSWER: 'EMAIL_OTP' }],
      [{ answer: 'PASSWORD' }, { ANSWER: 'PASSWORD' }],
      [
        { answer: 'PASSWORD', password: 'p' },
        { ANSWER: 'PASSWORD', PASSWORD: 'p' },
      ],
      [
        { answer: 'PASSWORD_SRP', srpA: 'ab' },
        { ANSWER: 'PASSWORD_SRP', SRP_A: 'ab' },
      ],
      [
        { answer: 'WEB_AUTHN', credential: { id: 'x' } },
        { ANSWER: 'WEB_AUTHN', CREDENTIAL: '{"id":"x"}' },
      ],
    ],
    missing: 'answer',
  },
  PASSWORD: {
    parameters: {},
    shown: { __typename: 'PasswordChallenge' },
    answers: [[{ password: 'p' }, { PASSWORD: 'p' }]],
    missing: 'password',
  },
  PASSWORD_SRP: {
    parameters: {},
    shown: { __typename: 'PasswordSrpChallenge' },
    answers: [[{ srpA: 'ab' }, { SRP_A: 'ab' }]],
    missing: 'srpA',
  },
  PASSWORD_VERIFIER: {
    parameters: srp,
    shown: {
      __typename: 'PasswordVerifierChallenge',
      salt: 'a1',
      srpB: 'b2',
      secretBlock: 'YmxvY2s=',
      userIdForSrp: 'ann-as-cognito-has-her',
      username: 'ann-as-cognito-has-her',
    },
    answers: [
      [{ passwordClaim: claim }, claimed],
      [
        { passwordClaim: claim, deviceKey },
        { ...claimed, DEVICE_KEY: deviceKey },
      ],
    ],
    missing: 'passwordClaim',
    sessionless: true,
  },
  WEB_AUTHN: {
    parameters: { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"abc","rpId":"localhost"}' },
    shown: { __typename: 'WebAuthnChallenge', credentialRequestOptions: { challenge: 'abc', rpId: 'localhost' } },
    answers: [[{ credential: { id: 'x', response: {} } }, { CREDENTIAL: '{"id":"x","response":{}}' }]],
    missing: 'credential',
  },
  CUSTOM_CHALLENGE: {
    parameters: { USERNAME: 'ann-as-cognito-has-her', question: 'What is six times nine?' },
    shown: {
      __typename: 'CustomChallenge',
      parameters: { question: 'What is six times nine?' },
      username: 'ann-as-cognito-has-her',
    },
    answers: [[{ answer: '42' }, { ANSWER: '42' }]],
    missing: 'answer',
  },
  DEVICE_SRP_AUTH: {
    parameters: { DEVICE_KEY: deviceKey },
    shown: { __typename: 'DeviceSrpAuthChallenge', deviceKey },
    answers: [
      [
        { deviceKey, srpA: 'ab' },
        { DEVICE_KEY: deviceKey, SRP_A: 'ab' },
      ],
    ],
    missing: 'deviceKey',
    sessionless: true,
  },
  DEVICE_PASSWORD_VERIFIER: {
    parameters: { SALT: 'a1', SRP_B: 'b2', SECRET_BLOCK: 'YmxvY2s=', DEVICE_KEY: deviceKey, USERNAME: 'ann' },
    shown: {
      __typename: 'DevicePasswordVerifierChallenge',
      salt: 'a1',
      srpB: 'b2',
      secretBlock: 'YmxvY2s=',
      deviceKey,
      username: 'ann',
    },
    answers: [
      [
        { deviceKey, passwordClaim: claim },
        { ...claimed, DEVICE_KEY: deviceKey },
      ],
    ],
    missing: 'deviceKey',
    sessionless: true,
  },
};

/** One value for each input that answers, to find the superfluous ones. */
const oneOfEach: Required<Given> = {
  newPassword: 'Passw0rd!',
  attributes: [{ name: 'given_name', value: 'Ann' }],
  code: '123456',
  answer: 'SMS_MFA',
  email: 'ann@example.com',
  password: 'p',
  srpA: 'ab',
  passwordClaim: claim,
  credential: { id: 'x' },
  deviceKey,
  clientMetadata: {},
};

const session = 's'.repeat(40);
const tokens = success({ AuthenticationResult: { AccessToken: 'a', IdToken: 'i', ExpiresIn: 60 } });

test('every challenge of the SDK has a row, or is left out by decision', () => {
  expect(new Set(Object.keys(challenges))).toEqual(new Set(Object.values(ChallengeNameType)));
  const leftOut = Object.entries(challenges).flatMap(([name, row]) => (row === null ? name : []));
  expect(leftOut).toEqual(['ADMIN_NO_SRP_AUTH']);
});

describe.each(Object.values(ChallengeName))('%s', (name) => {
  const { parameters, available, shown, answers, missing, sessionless } = cases[name];
  const { session: required, given } = { session: !sessionless, given: answers[0]?.[0] ?? {} };

  test('is shown with its own fields', async () => {
    const { handle } = stubWire(
      success({
        ChallengeName: name,
        ChallengeParameters: parameters,
        Session: session,
        ...(available && { AvailableChallenges: available }),
      }),
    );
    const stub = createCaller({ cognito: handle });
    const expected = { name, username: 'typed@example.com', session, ...shown };
    expect(succeeded(await stub.call('login', { input: { username: 'typed@example.com', password: 'p' } }))).toEqual(expected);
    expect(
      succeeded(
        await stub.call('respondToChallenge', {
          input: { name: 'PASSWORD', username: 'typed@example.com', session, password: 'p' },
        }),
      ),
    ).toEqual(expected);
  });

  test('may come without a session', async () => {
    const stub = createCaller({ cognito: stubWire(success({ ChallengeName: name, ChallengeParameters: parameters })).handle });
    expect(succeeded(await stub.call('login', { input: { username: 'ann', password: 'p' } }))).toMatchObject({ session: null });
  });

  test.each(answers)('takes the answer %j', async (answer, responses) => {
    const { handle, sent } = stubWire(tokens);
    const stub = createCaller({ cognito: handle });
    const input = { name, username: 'ann', session, ...answer, clientMetadata: { a: 'b' } };
    step(succeeded(await stub.call('respondToChallenge', { input })), 'Tokens');
    expect(sent.map(({ operation, body }) => ({ operation, body }))).toEqual([
      {
        operation: 'RespondToAuthChallenge',
        body: {
          ClientId: 'testclient',
          ChallengeName: name,
          Session: session,
          ChallengeResponses: { ...responses, USERNAME: 'ann' },
          ClientMetadata: { a: 'b' },
        },
      },
    ]);
    expect(sent[0]?.headers['authorization']).toBeUndefined();
  });

  test('names the answer that is missing', async () => {
    const stub = createCaller({ cognito: stubWire(tokens).handle });
    const answer = await stub.call('respondToChallenge', { input: { name, username: 'ann', session } });
    if (missing === null) succeeded(answer);
    else {
      expect(refused(answer)).toMatchObject({
        code: 'INVALID_INPUT',
        message: `${name} wants \`${missing}\`.`,
        info: { field: missing, cognito: null, retryable: false },
      });
    }
  });

  test(`${required ? 'wants' : 'may go without'} its session`, async () => {
    const stub = createCaller({ cognito: stubWire(tokens).handle });
    const answer = await stub.call('respondToChallenge', { input: { name, username: 'ann', ...given } });
    if (required) expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'session' } });
    else succeeded(answer);
  });

  const taken = new Set(answers.flatMap(([answer]) => Object.keys(answer)));
  const superfluous = Object.keys(oneOfEach).filter((key) => !taken.has(key) && key !== 'deviceKey' && key !== 'clientMetadata');

  test.each(superfluous)('takes no `%s`', async (key) => {
    const stub = createCaller({ cognito: stubWire().handle });
    const extra = Object.fromEntries(Object.entries(oneOfEach).filter(([each]) => each === key));
    expect(
      refused(await stub.call('respondToChallenge', { input: { name, username: 'ann', session, ...given, ...extra } })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message: `${name} takes no \`${key}\`.`,
      info: { field: key, cognito: null, retryable: false },
    });
  });
});

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
