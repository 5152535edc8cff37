import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createMfaPool, enrolApp, finish, type Person } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { choose, respond, signIn } from '../../../support/cognito/sign-in.ts';

const loa = (...levels: number[]) => levels.map((level) => `urn:cognito:loa:${level}`).join(' ');
const invalid = (message: string) => ({ name: 'InvalidParameterException', message });

/** Ada has a password, a mail address and, where she says so, an authenticator app and codes by text message. */
async function withAda({ app = false, phone = false, pool = {} } = {}) {
  const world = createMfaPool(pool);
  await world.confirmedUser('ada', {
    email: 'ada@example.com',
    email_verified: 'true',
    phone_number: '+441234567890',
    phone_number_verified: 'true',
  });
  const ada: Person = { username: 'ada' };
  const named = { UserPoolId: world.userPoolId, Username: 'ada' };
  const before = (await signIn(world, 'ada')).AuthenticationResult?.AccessToken ?? '';
  if (app) ada.secret = await enrolApp(world, 'ada');
  await world.cognito.adminSetUserMFAPreference({
    ...named,
    ...(app && { SoftwareTokenMfaSettings: { Enabled: true } }),
    ...(phone && { SMSMfaSettings: { Enabled: true } }),
  });
  return { world, ada, before, named };
}

const claims = (token: string | undefined) => {
  const { acr, amr, auth_time } = decodeJwt(token ?? '');
  return { acr, amr, auth_time };
};

/** Signs in from the beginning, towards a level. */
async function reach(world: TestPool, ada: Person, parameters: Record<string, string>) {
  const { trail, result } = await finish(world, await choose(world, 'ada', parameters), ada);
  return { trail, ...claims(result?.AccessToken), result };
}

describe('TARGET_ACR_VALUES', () => {
  test.each([
    [1, { phone: false }, ['SELECT_CHALLENGE', 'PASSWORD'], ['PASSWORD_SRP', 'PASSWORD'], ['pwd']],
    [3, { phone: true }, ['SELECT_CHALLENGE', 'PASSWORD', 'SMS_MFA'], ['PASSWORD_SRP', 'PASSWORD'], ['pwd', 'mfa', 'sms']],
    [
      4,
      { app: true },
      ['SELECT_CHALLENGE', 'PASSWORD', 'SOFTWARE_TOKEN_MFA'],
      ['PASSWORD_SRP', 'PASSWORD'],
      ['pwd', 'mfa', 'otp'],
    ],
  ])('level %s is reached by what leads there', async (level, has, trail, available, amr) => {
    const { world, ada } = await withAda(has);
    const first = await choose(world, 'ada', { TARGET_ACR_VALUES: loa(level) });
    expect(first.AvailableChallenges).toEqual(available);
    const reached = await finish(world, first, ada);
    expect(reached.trail).toEqual(trail);
    for (const token of [reached.result?.AccessToken, reached.result?.IdToken]) {
      expect(claims(token)).toMatchObject({ acr: loa(level), amr });
    }
  });

  test('level 2 is a code alone', async () => {
    const { world } = await withAda();
    const { AvailableChallenges, Session } = await choose(world, 'ada', { TARGET_ACR_VALUES: loa(2) });
    expect(AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP']);
    const notThere = respond(world, 'SELECT_CHALLENGE', Session, { USERNAME: 'ada', ANSWER: 'PASSWORD' });
    expect(await refusal(notThere)).toEqual(invalid('PASSWORD is not available for the user.'));
    const ada = { username: 'ada', prefers: 'EMAIL_OTP' };
    const { acr, trail } = await reach(world, ada, { TARGET_ACR_VALUES: loa(2), PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect([acr, trail]).toEqual([loa(2), ['EMAIL_OTP']]);
  });

  test('the first level that the user can reach counts, and unknown ones are ignored', async () => {
    const { world, ada } = await withAda({ phone: true });
    const TARGET_ACR_VALUES = `${loa(4)} urn:acme:gold ${loa(3, 1)}`;
    expect(await reach(world, ada, { TARGET_ACR_VALUES, PREFERRED_CHALLENGE: 'PASSWORD' })).toMatchObject({ acr: loa(3) });
  });

  test('asks for the factor that leads to the level, whichever is preferred', async () => {
    const { world, ada, named } = await withAda({ app: true, phone: true });
    await world.cognito.adminSetUserMFAPreference({ ...named, SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
    const parameters = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password };
    expect((await reach(world, ada, { ...parameters, TARGET_ACR_VALUES: loa(4) })).trail).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect((await reach(world, ada, parameters)).trail).toEqual(['SMS_MFA']);
  });

  test('a refresh leaves level, methods and time of the sign-in as they were', async () => {
    const { world, ada } = await withAda({ app: true });
    const { result, acr, amr, auth_time } = await reach(world, ada, { TARGET_ACR_VALUES: loa(4) });
    world.clock.advance({ minutes: 30 });
    const refreshed = await world.cognito.initiateAuth({
      ClientId: world.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: result?.RefreshToken ?? '' },
    });
    expect(claims(refreshed.AuthenticationResult?.AccessToken)).toEqual({ acr, amr, auth_time });
  });

  test.each([
    [{ TARGET_ACR_VALUES: 'urn:acme:gold' }, invalid('TARGET_ACR_VALUES has no level of this user pool.')],
    [{ ACCESS_TOKEN: 'token' }, invalid('ACCESS_TOKEN requires TARGET_ACR_VALUES.')],
    [{ TARGET_ACR_VALUES: loa(1), MAX_AGE: 'long' }, invalid('MAX_AGE must be a number of seconds.')],
    [
      { TARGET_ACR_VALUES: loa(1), ACCESS_TOKEN: 'token' },
      { name: 'NotAuthorizedException', message: 'Invalid Access Token' },
    ],
  ])('refuses %j', async (parameters, expected) => {
    const { world } = await withAda();
    expect(await refusal(choose(world, 'ada', parameters))).toEqual(expected);
  });

  test('the plan Lite has none', async () => {
    const { world } = await withAda();
    const lite = createMfaPool({
      UserPoolTier: 'LITE',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
    });
    await lite.confirmedUser('ada', {});
    expect((await refusal(choose(lite, 'ada', { TARGET_ACR_VALUES: loa(1) }))).name).toBe('FeatureUnavailableInTierException');
    expect((await choose(world, 'ada', { TARGET_ACR_VALUES: loa(1) })).ChallengeName).toBe('SELECT_CHALLENGE');
  });

  test('nobody learns by it who exists and what they have', async () => {
    const { world } = await withAda();
    const stranger = await choose(world, 'nobody', { TARGET_ACR_VALUES: loa(4) });
    expect([stranger.ChallengeName, stranger.AvailableChallenges]).toEqual([
      (await choose(world, 'nobody')).ChallengeName,
      (await choose(world, 'nobody')).AvailableChallenges,
    ]);
    const ordinary = await choose(world, 'ada');
    const beyond = await choose(world, 'ada', { TARGET_ACR_VALUES: loa(4) });
    expect(beyond.AvailableChallenges).toEqual(ordinary.AvailableChallenges);
  });
});

describe('ACCESS_TOKEN', () => {
  test('a password that was proven is not asked for again', async () => {
    const { world, ada, before } = await withAda({ app: true });
    const old = claims(before);
    world.clock.advance({ minutes: 5 });
    const { trail, acr, amr, auth_time } = await reach(world, ada, { TARGET_ACR_VALUES: loa(4), ACCESS_TOKEN: before });
    expect([trail, acr, amr]).toEqual([['SOFTWARE_TOKEN_MFA'], loa(4), ['pwd', 'mfa', 'otp']]);
    expect(Number(auth_time)).toBeGreaterThan(Number(old.auth_time));
    // The sign-in that gave the credit lives on as it was.
    expect((await world.cognito.getUser({ AccessToken: before })).Username).toBe('ada');
  });

  test('a code that was proven makes a password enough for level 3', async () => {
    const { world, ada, named } = await withAda();
    const { result } = await reach(world, ada, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    await world.cognito.adminSetUserMFAPreference({ ...named, SMSMfaSettings: { Enabled: true } });
    const first = await choose(world, 'ada', {
      TARGET_ACR_VALUES: loa(3),
      ACCESS_TOKEN: result?.AccessToken ?? '',
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: password,
    });
    // Ada has a second factor now, so the pool asks for it all the same.
    expect(first.ChallengeName).toBe('SMS_MFA');
  });

  test('never makes tokens by itself: something is always asked for', async () => {
    const { world, ada } = await withAda({ app: true, phone: true });
    const { result } = await reach(world, ada, { TARGET_ACR_VALUES: loa(4) });
    const ACCESS_TOKEN = result?.AccessToken ?? '';
    for (const [level, asked] of [
      [1, 'SELECT_CHALLENGE'],
      [3, 'SMS_MFA'],
      [4, 'SOFTWARE_TOKEN_MFA'],
    ] as const) {
      const answer = await choose(world, 'ada', { TARGET_ACR_VALUES: loa(level), ACCESS_TOKEN });
      expect([level, answer.ChallengeName, answer.AuthenticationResult]).toEqual([level, asked, undefined]);
    }
  });

  test('gives no credit once it is older than MAX_AGE, and stays valid', async () => {
    const { world, ada, before } = await withAda({ app: true });
    const ask = (MAX_AGE: string) => choose(world, 'ada', { TARGET_ACR_VALUES: loa(4), ACCESS_TOKEN: before, MAX_AGE });
    world.clock.advance({ seconds: 600 });
    expect((await ask('599')).ChallengeName).toBe('SELECT_CHALLENGE');
    expect((await ask('601')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const { trail } = await finish(world, await ask('0'), ada);
    expect(trail).toEqual(['SELECT_CHALLENGE', 'PASSWORD', 'SOFTWARE_TOKEN_MFA']);
    expect((await world.cognito.getUser({ AccessToken: before })).Username).toBe('ada');
  });

  test('of another user, or revoked, opens nothing', async () => {
    const { world, before, named } = await withAda({ app: true });
    await world.confirmedUser('eve', {});
    const eve = choose(world, 'eve', { TARGET_ACR_VALUES: loa(1), ACCESS_TOKEN: before });
    const foreign = { name: 'NotAuthorizedException', message: 'The access token was not issued for this user and this client.' };
    expect(await refusal(eve)).toEqual(foreign);
    expect(await refusal(choose(world, 'nobody', { TARGET_ACR_VALUES: loa(1), ACCESS_TOKEN: before }))).toEqual(foreign);
    await world.cognito.adminUserGlobalSignOut(named);
    const revoked = choose(world, 'ada', { TARGET_ACR_VALUES: loa(4), ACCESS_TOKEN: before });
    expect((await refusal(revoked)).message).toBe('Access Token has been revoked');
  });

  test('is no way to set a password that an administrator has ordered to be changed', async () => {
    const { world, before, named } = await withAda({ app: true });
    await world.cognito.adminSetUserPassword({ ...named, Password: 'Temp0rary!', Permanent: false });
    const { ChallengeName } = await choose(world, 'ada', { TARGET_ACR_VALUES: loa(4), ACCESS_TOKEN: before });
    expect(ChallengeName).toBe('SELECT_CHALLENGE');
  });

  test('a caller with one learns that no level can be reached', async () => {
    const { world, before } = await withAda();
    expect(await refusal(choose(world, 'ada', { TARGET_ACR_VALUES: loa(4), ACCESS_TOKEN: before }))).toEqual(
      invalid('The user has no factors for any of the requested levels.'),
    );
  });
});
