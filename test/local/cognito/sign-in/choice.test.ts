import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createMfaPool, setMfa } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { choose, respond, signIn } from '../../../support/cognito/sign-in.ts';
import { srpAnswers } from '../../../support/cognito/srp-client.ts';
import { createSrpSession } from '../../../support/srp.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const wrongCode = { name: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' };
const off = { MfaConfiguration: 'OFF', EnabledMfas: [] };
const addresses = {
  email: 'ada@example.com',
  email_verified: 'true',
  phone_number: '+441234567890',
  phone_number_verified: 'true',
};

async function withAda(pool = {}, client = {}): Promise<TestPool> {
  const world = createMfaPool({ ...off, ...pool }, client);
  await world.confirmedUser('ada', addresses);
  return world;
}

const signUp = ({ cognito, clientId }: TestPool, more: object = {}) =>
  cognito.signUp({
    ClientId: clientId,
    Username: 'grace',
    UserAttributes: [{ Name: 'email', Value: 'grace@example.com' }],
    ...more,
  });

const attributesOf = async ({ cognito, userPoolId }: TestPool, Username: string) => {
  const { UserAttributes = [], UserStatus } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username });
  return { UserStatus, ...Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value])) };
};

describe('USER_AUTH', () => {
  test('offers what the pool allows and the user has', async () => {
    const world = await withAda();
    const { ChallengeName, AvailableChallenges, ChallengeParameters, Session, AuthenticationResult } = await choose(world, 'ada');
    expect([ChallengeName, AvailableChallenges, ChallengeParameters, AuthenticationResult]).toEqual([
      'SELECT_CHALLENGE',
      ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      {},
      undefined,
    ]);
    expect(Session).toMatch(/^AYAB/);
  });

  test('begins the preferred way at once, and says which others there are', async () => {
    const world = await withAda();
    const response = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect(response).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
    });
    expect(world.outbox.at(-1)).toMatchObject({
      to: 'ada@example.com',
      kind: 'Authentication',
      code: expect.stringMatching(/^\d{8}$/),
    });
    const bySms = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'SMS_OTP' });
    expect(bySms.ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: '+********7890',
    });
  });

  test.each(['WEB_AUTHN', 'SMS_MFA', 'rubbish'])(
    'asks for a choice when %s is preferred and not to be had',
    async (preferred) => {
      const world = await withAda();
      expect((await choose(world, 'ada', { PREFERRED_CHALLENGE: preferred })).ChallengeName).toBe('SELECT_CHALLENGE');
      expect(world.outbox).toEqual([]);
    },
  );

  test('takes with the choice what the choice needs', async () => {
    const world = await withAda();
    const { Session } = await choose(world, 'ada');
    const answer = (more: Record<string, string>) => respond(world, 'SELECT_CHALLENGE', Session, { USERNAME: 'ada', ...more });
    expect(await refusal(answer({ ANSWER: 'PASSWORD', PASSWORD: 'Wrong passw0rd!' }))).toEqual(incorrect);
    expect((await refusal(answer({}))).message).toBe('Missing required parameter ANSWER');
    expect((await answer({ ANSWER: 'PASSWORD', PASSWORD: password })).AuthenticationResult).toBeDefined();
  });

  test('sends a code for the choice of one, in the pool’s words', async () => {
    const world = await withAda({
      EmailAuthenticationSubject: 'Come in',
      EmailAuthenticationMessage: 'Your key is {####}',
      SmsAuthenticationMessage: 'Key {####}',
    });
    for (const [ANSWER, field, text] of [
      ['EMAIL_OTP', 'EMAIL_OTP_CODE', 'Your key is '],
      ['SMS_OTP', 'SMS_OTP_CODE', 'Key '],
    ] as const) {
      const { Session } = await choose(world, 'ada');
      const chosen = await respond(world, 'SELECT_CHALLENGE', Session, { USERNAME: 'ada', ANSWER });
      expect(chosen.ChallengeName).toBe(ANSWER);
      const { code, body } = world.outbox.at(-1) ?? {};
      expect(body).toBe(`${text}${code}`);
      const last = await respond(world, ANSWER, chosen.Session, { USERNAME: 'ada', [field]: code ?? '' });
      const amr = [ANSWER === 'SMS_OTP' ? 'sms' : 'email_otp'];
      expect(decodeJwt(last.AuthenticationResult?.AccessToken ?? '')).toMatchObject({ amr, acr: 'urn:cognito:loa:2' });
    }
  });

  test('six wrong codes leave the session as it was (measured on the service)', async () => {
    const world = await withAda();
    const { Session } = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const answer = (EMAIL_OTP_CODE: string) => respond(world, 'EMAIL_OTP', Session, { USERNAME: 'ada', EMAIL_OTP_CODE });
    for (let round = 0; round < 6; round++) expect(await refusal(answer('1'))).toEqual(wrongCode);
    expect((await answer(world.codeFor('ada@example.com'))).AuthenticationResult).toBeDefined();
  });

  test('offers a user with a temporary password nothing else', async () => {
    const world = createMfaPool(off);
    await world.cognito.adminCreateUser({
      UserPoolId: world.userPoolId,
      Username: 'grace',
      TemporaryPassword: 'Temp0rary!',
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: 'grace@example.com' }],
    });
    const response = await choose(world, 'grace', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect([response.ChallengeName, response.AvailableChallenges]).toEqual(['SELECT_CHALLENGE', ['PASSWORD_SRP', 'PASSWORD']]);
  });
});

describe('a one-time code', () => {
  test('verifies the address, and confirms a user who has just signed up', async () => {
    const world = createMfaPool(off);
    await signUp(world);
    expect(await attributesOf(world, 'grace')).toMatchObject({ UserStatus: 'UNCONFIRMED', email_verified: 'false' });
    const { Session, AvailableChallenges } = await choose(world, 'grace', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect(AvailableChallenges).toEqual(['EMAIL_OTP']);
    const EMAIL_OTP_CODE = world.codeFor('grace@example.com');
    await respond(world, 'EMAIL_OTP', Session, { USERNAME: 'grace', EMAIL_OTP_CODE });
    expect(await attributesOf(world, 'grace')).toMatchObject({ UserStatus: 'CONFIRMED', email_verified: 'true' });
    // A verified address is a name to sign in with.
    expect((await choose(world, 'grace@example.com')).ChallengeName).toBe('SELECT_CHALLENGE');
  });

  test('leaves a user of whom nothing new is known as they were', async () => {
    const world = await withAda();
    const changedAt = async () =>
      (await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'ada' })).UserLastModifiedDate;
    const before = await changedAt();
    world.clock.advance({ minutes: 1 });
    const { Session } = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const EMAIL_OTP_CODE = world.codeFor('ada@example.com');
    expect((await respond(world, 'EMAIL_OTP', Session, { USERNAME: 'ada', EMAIL_OTP_CODE })).AuthenticationResult).toBeDefined();
    expect(await changedAt()).toEqual(before);
  });

  test('does not make up for a password that nobody confirmed', async () => {
    const world = createMfaPool(off);
    await signUp(world, { Password: password });
    const preferred = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password };
    expect((await refusal(choose(world, 'grace', preferred))).name).toBe('UserNotConfirmedException');
    const plain = createMfaPool({ ...off, Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } });
    await signUp(plain, { Password: password });
    expect((await refusal(choose(plain, 'grace'))).name).toBe('UserNotConfirmedException');
  });

  test('does not take a mail address that somebody else has proven', async () => {
    const world = createMfaPool(off);
    await signUp(world);
    const { Session } = await choose(world, 'grace', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const EMAIL_OTP_CODE = world.codeFor('grace@example.com');
    await world.confirmedUser('eve', { email: 'grace@example.com', email_verified: 'true' });
    const call = respond(world, 'EMAIL_OTP', Session, { USERNAME: 'grace', EMAIL_OTP_CODE });
    expect((await refusal(call)).name).toBe('AliasExistsException');
  });
});

describe('USER_AUTH for somebody who does not exist', () => {
  test('seems to send a code, and no code is right', async () => {
    const world = await withAda();
    const begun = await choose(world, 'nobody@example.com');
    const again = await choose(world, 'NOBODY@example.com', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect(begun.ChallengeName).toBe('EMAIL_OTP');
    expect(begun.ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: 'n***@e***',
    });
    expect(again.ChallengeParameters).toEqual(begun.ChallengeParameters);
    expect(world.outbox).toEqual([]);
    const real = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect(Math.abs((begun.Session?.length ?? 0) - (real.Session?.length ?? 0))).toBe(0);
    const answer = (USERNAME: string) => respond(world, 'EMAIL_OTP', begun.Session, { USERNAME, EMAIL_OTP_CODE: '12345678' });
    expect(await refusal(answer('nobody@example.com'))).toEqual(wrongCode);
    for (const name of ['ada', 'somebody-else'])
      expect((await refusal(answer(name))).message).toBe('Invalid session for the user.');
  });

  test('refuses their password with the text for a wrong one', async () => {
    const world = await withAda();
    const preferred = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password };
    expect(await refusal(choose(world, 'nobody', preferred))).toEqual(incorrect);
    const asked = await choose(world, 'nobody', { PREFERRED_CHALLENGE: 'PASSWORD' });
    expect(await refusal(respond(world, 'PASSWORD', asked.Session, { USERNAME: 'nobody', PASSWORD: password }))).toEqual(
      incorrect,
    );
  });

  test('offers them what a user has, in a pool without codes', async () => {
    const world = await withAda({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } });
    const [real, begun] = [await choose(world, 'ada'), await choose(world, 'nobody')];
    const seen = ({ ChallengeName, AvailableChallenges, ChallengeParameters }: typeof real) => [
      ChallengeName,
      AvailableChallenges,
      ChallengeParameters,
    ];
    expect(seen(begun)).toEqual(seen(real));
    const inputs = { USERNAME: 'nobody', ANSWER: 'PASSWORD', PASSWORD: password };
    expect(await refusal(respond(world, 'SELECT_CHALLENGE', begun.Session, inputs))).toEqual(incorrect);
    const srp = createSrpSession('nobody', password, world.userPoolId);
    const bySrp = { USERNAME: 'nobody', ANSWER: 'PASSWORD_SRP', SRP_A: srp.largeA };
    const response = await respond(world, 'SELECT_CHALLENGE', begun.Session, bySrp);
    const proof = srpAnswers(world, { session: srp, response });
    expect(await refusal(respond(world, 'PASSWORD_VERIFIER', response.Session, proof))).toEqual(incorrect);
  });

  test('says that they are unknown where the client is LEGACY', async () => {
    const world = await withAda({}, { PreventUserExistenceErrors: 'LEGACY' });
    expect((await refusal(choose(world, 'nobody'))).name).toBe('UserNotFoundException');
  });
});

describe('the session of a sign-up', () => {
  async function confirmed(world: TestPool) {
    const { Session } = await signUp(world);
    const ConfirmationCode = world.codeFor('grace@example.com');
    return world.cognito.confirmSignUp({ ClientId: world.clientId, Username: 'grace', ConfirmationCode, Session });
  }
  const enter = ({ cognito, clientId }: TestPool, Session: string | undefined) =>
    cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_AUTH', Session });

  test('signs in at once when it is confirmed, and once', async () => {
    const world = createMfaPool(off);
    const { Session } = await confirmed(world);
    const { AuthenticationResult } = await enter(world, Session);
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toMatchObject({ username: 'grace', amr: ['email_otp'] });
    expect((await refusal(enter(world, Session))).message).toBe('Invalid session for the user, session can only be used once.');
  });

  test('is of no use before that, for anything else, for anybody else, or later', async () => {
    const world = createMfaPool(off);
    const { Session: unconfirmed } = await signUp(world);
    const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
    expect(await refusal(enter(world, unconfirmed))).toEqual(invalid);
    await world.cognito.signUp({ ClientId: world.clientId, Username: 'eve', Password: password });
    const named = { ClientId: world.clientId, ConfirmationCode: '1' };
    const call = world.cognito.confirmSignUp({ ...named, Username: 'eve', Session: unconfirmed });
    expect(await refusal(call)).toEqual(invalid);
    const ConfirmationCode = world.codeFor('grace@example.com');
    const { Session } = await world.cognito.confirmSignUp({
      ...named,
      ConfirmationCode,
      Username: 'grace',
      Session: unconfirmed,
    });
    for (const name of ['SELECT_CHALLENGE', 'EMAIL_OTP', 'MFA_SETUP', 'NEW_PASSWORD_REQUIRED'] as const) {
      const inputs = { USERNAME: 'grace', ANSWER: 'EMAIL_OTP', EMAIL_OTP_CODE: '1', NEW_PASSWORD: password };
      expect(await refusal(respond(world, name, Session, inputs))).toEqual(invalid);
    }
    expect(await refusal(world.cognito.associateSoftwareToken({ Session }))).toEqual(invalid);
    const { Session: chosen } = await choose(world, 'grace');
    expect(await refusal(enter(world, chosen))).toEqual(invalid);
    world.clock.advance({ minutes: 3 });
    expect((await refusal(enter(world, Session))).message).toBe('Invalid session for the user, session is expired.');
  });

  test('does not lead past the MFA that a pool requires', async () => {
    const world = createMfaPool();
    await setMfa(world, 'ON');
    const { Session } = await confirmed(world);
    expect((await enter(world, Session)).ChallengeName).toBe('EMAIL_OTP');
  });

  test('is not given by a client without USER_AUTH', async () => {
    const world = createMfaPool(off, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });
    expect((await signUp(world, { Password: password })).Session).toBeUndefined();
    await world.cognito.adminConfirmSignUp({ UserPoolId: world.userPoolId, Username: 'grace' });
    expect((await signIn(world, 'grace')).AuthenticationResult).toBeDefined();
  });
});
