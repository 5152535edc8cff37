import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import { appCode } from '../../../support/authenticator-app.ts';
import { allFactors, createMfaPool, enrolApp, finish, respond, setMfa, signIn } from '../../../support/cognito/mfa-pool.ts';
import { createTestPool, createTestPools, refusal, type TestPool } from '../../../support/cognito/pool.ts';

const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
const addresses = { email: 'ada@example.com', email_verified: 'true', phone_number: '+441234567890' };

async function withAda(pool = {}, attributes: Record<string, string> = addresses): Promise<TestPool> {
  const world = createMfaPool(pool);
  await world.confirmedUser('ada', attributes);
  return world;
}

const tokenOf = async (world: TestPool) => (await signIn(world, 'ada')).AuthenticationResult?.AccessToken;
const shown = async ({ cognito, userPoolId }: TestPool) => {
  const { PreferredMfaSetting, UserMFASettingList } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
  return [PreferredMfaSetting, UserMFASettingList];
};

describe('MFA_SETUP', () => {
  const required = { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] };

  test('leads through the set-up of an app, by sessions, to tokens without another code', async () => {
    const world = await withAda(required);
    const first = await signIn(world, 'ada');
    expect(first).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
    });
    const { SecretCode = '', Session: second } = await world.cognito.associateSoftwareToken({ Session: first.Session });
    expect(SecretCode).toMatch(/^[A-Z2-7]{32}$/);
    const verify = (Session: string | undefined, UserCode: string) =>
      world.cognito.verifySoftwareToken({ Session, UserCode, FriendlyDeviceName: 'My phone' });
    expect(await refusal(verify(second, '000000'))).toEqual({
      name: 'EnableSoftwareTokenMFAException',
      message: 'Code mismatch and fail enable Software Token MFA',
    });
    const { Status, Session: third } = await verify(second, appCode(SecretCode, 0, world.clock.now()));
    expect(Status).toBe('SUCCESS');
    const { AuthenticationResult } = await respond(world, 'MFA_SETUP', third, { USERNAME: 'ada' });
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toMatchObject({
      amr: ['pwd', 'mfa', 'otp'],
      acr: 'urn:cognito:loa:4',
    });
    expect(await shown(world)).toEqual([undefined, ['SOFTWARE_TOKEN_MFA']]);
    world.clock.advance({ seconds: 30 });
    const again = await signIn(world, 'ada');
    expect(again).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { USER_ID_FOR_SRP: 'ada', FRIENDLY_DEVICE_NAME: 'My phone' },
    });
  });

  test('takes no session of the chain but the newest', async () => {
    const world = await withAda(required);
    const { Session: first } = await signIn(world, 'ada');
    const { SecretCode = '', Session: second } = await world.cognito.associateSoftwareToken({ Session: first });
    const code = () => appCode(SecretCode, 0, world.clock.now());
    const answer = (Session: string | undefined) => respond(world, 'MFA_SETUP', Session, { USERNAME: 'ada' });
    for (const session of [first, second]) expect(await refusal(answer(session))).toEqual(invalid);
    expect(await refusal(world.cognito.associateSoftwareToken({ Session: first }))).toEqual(invalid);
    expect(await refusal(world.cognito.verifySoftwareToken({ Session: first, UserCode: code() }))).toEqual(invalid);
    const { Session: third } = await world.cognito.verifySoftwareToken({ Session: second, UserCode: code() });
    for (const session of [first, second]) expect(await refusal(answer(session))).toEqual(invalid);
    expect(await refusal(world.cognito.verifySoftwareToken({ Session: third, UserCode: code() }))).toEqual(invalid);
    expect((await answer(third)).AuthenticationResult).toBeDefined();
  });

  test('has registered the app once its code is verified, whether it is finished or not', async () => {
    const world = await withAda(required);
    const { Session } = await signIn(world, 'ada');
    const { SecretCode = '', Session: second } = await world.cognito.associateSoftwareToken({ Session });
    await world.cognito.verifySoftwareToken({ Session: second, UserCode: appCode(SecretCode, 0, world.clock.now()) });
    expect((await signIn(world, 'ada')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  test('lets nobody guess the first code for ever', async () => {
    const world = await withAda(required);
    const { Session } = await signIn(world, 'ada');
    const { Session: second } = await world.cognito.associateSoftwareToken({ Session });
    const guess = () => refusal(world.cognito.verifySoftwareToken({ Session: second, UserCode: '000000' }));
    for (let round = 0; round < 5; round++) expect((await guess()).name).toBe('EnableSoftwareTokenMFAException');
    expect((await guess()).message).toBe('Password attempts exceeded');
  });

  test('takes a mail address, sends a code there and verifies it', async () => {
    const world = await withAda({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }, {});
    const { ChallengeParameters, Session } = await signIn(world, 'ada');
    expect(ChallengeParameters).toEqual({ MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' });
    const answer = (EMAIL: string) => respond(world, 'MFA_SETUP', Session, { USERNAME: 'ada', EMAIL });
    expect((await refusal(answer('no address'))).message).toBe('Invalid email address format.');
    expect(await refusal(answer(''))).toEqual(invalid);
    const sent = await answer('ada@example.com');
    expect(sent).toMatchObject({ ChallengeName: 'EMAIL_OTP', ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'a***@e***' } });
    const EMAIL_OTP_CODE = world.codeFor('ada@example.com');
    expect(EMAIL_OTP_CODE).toMatch(/^\d{6}$/);
    const { AuthenticationResult } = await respond(world, 'EMAIL_OTP', sent.Session, { USERNAME: 'ada', EMAIL_OTP_CODE });
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({
      email_verified: true,
      amr: ['pwd', 'mfa', 'email_otp'],
    });
  });

  test('has no way for a phone, nor for an address of a pool without mail', async () => {
    const world = await withAda({ MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] }, {});
    const { ChallengeParameters, Session } = await signIn(world, 'ada');
    expect(ChallengeParameters).toEqual({ MFAS_CAN_SETUP: '["SMS_MFA"]' });
    expect(await refusal(respond(world, 'MFA_SETUP', Session, { USERNAME: 'ada', EMAIL: 'ada@example.com' }))).toEqual(invalid);
    expect(await refusal(world.cognito.associateSoftwareToken({ Session }))).toEqual(invalid);
  });

  test('comes after a new password', async () => {
    const world = createMfaPool({ ...required });
    const named = { UserPoolId: world.userPoolId, Username: 'grace' };
    await world.cognito.adminCreateUser({ ...named, TemporaryPassword: 'Passw0rd! is right', MessageAction: 'SUPPRESS' });
    const { ChallengeName, Session } = await signIn(world, 'grace');
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const next = await respond(world, ChallengeName, Session, { USERNAME: 'grace', NEW_PASSWORD: 'An0ther one!' });
    const { trail, result } = await finish(world, next, { username: 'grace' });
    expect(trail).toEqual(['MFA_SETUP']);
    expect(result?.AccessToken).toBeDefined();
  });

  test('is refused to whom a pool cannot ask anything', async () => {
    const recovery = { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] };
    const world = await withAda({ MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'], AccountRecoverySetting: recovery });
    expect((await refusal(signIn(world, 'ada'))).name).toBe('InvalidParameterException');
  });
});

describe('SELECT_MFA_TYPE', () => {
  test.each(['EMAIL_OTP', 'EMAIL_MFA'])('names the factors, and takes %s for the mail', async (ANSWER) => {
    const world = await withAda({ MfaConfiguration: 'ON' });
    const { ChallengeParameters, Session } = await signIn(world, 'ada');
    expect(ChallengeParameters).toEqual({ MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' });
    expect((await respond(world, 'SELECT_MFA_TYPE', Session, { USERNAME: 'ada', ANSWER })).ChallengeName).toBe('EMAIL_OTP');
  });
});

describe('SMS_MFA', () => {
  test('goes to a phone that nobody has verified, and verifies it', async () => {
    const world = await withAda({ MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] });
    const { ChallengeParameters, Session } = await signIn(world, 'ada');
    expect(ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: '+********7890',
      USER_ID_FOR_SRP: 'ada',
    });
    const SMS_MFA_CODE = world.codeFor('+441234567890');
    expect(SMS_MFA_CODE).toMatch(/^\d{6}$/);
    const { AuthenticationResult } = await respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE });
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({ phone_number_verified: true });
  });
});

describe('an authenticator app of a signed-in user', () => {
  test('is asked for once it is turned on, and not before', async () => {
    const world = await withAda();
    const secret = await enrolApp(world, 'ada');
    expect(await shown(world)).toEqual([undefined, undefined]);
    const AccessToken = await tokenOf(world);
    await world.cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await shown(world)).toEqual(['SOFTWARE_TOKEN_MFA', ['SOFTWARE_TOKEN_MFA']]);
    const user = await world.cognito.getUser({ AccessToken });
    expect([user.PreferredMfaSetting, user.UserMFASettingList]).toEqual(['SOFTWARE_TOKEN_MFA', ['SOFTWARE_TOKEN_MFA']]);
    const { trail } = await finish(world, await signIn(world, 'ada'), { username: 'ada', secret });
    expect(trail).toEqual(['SOFTWARE_TOKEN_MFA']);
  });

  test('is replaced by a verified one, and not disturbed by one that is not', async () => {
    const world = await withAda();
    const secret = await enrolApp(world, 'ada');
    const AccessToken = await tokenOf(world);
    await world.cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } });
    const { SecretCode = '', Session } = await world.cognito.associateSoftwareToken({ AccessToken });
    expect(Session).toBeUndefined();
    expect((await finish(world, await signIn(world, 'ada'), { username: 'ada', secret })).result).toBeDefined();
    const verified = await world.cognito.verifySoftwareToken({
      AccessToken,
      UserCode: appCode(SecretCode, 0, world.clock.now()),
    });
    expect([verified.Status, verified.Session]).toEqual(['SUCCESS', undefined]);
    const old = finish(world, await signIn(world, 'ada'), { username: 'ada', secret });
    expect((await refusal(old)).name).toBe('CodeMismatchException');
    const person = { username: 'ada', secret: SecretCode };
    expect((await finish(world, await signIn(world, 'ada'), person)).result).toBeDefined();
  });

  test('is asked for although the pool has turned apps off since', async () => {
    const world = await withAda();
    const secret = await enrolApp(world, 'ada');
    const settings = { SoftwareTokenMfaSettings: { Enabled: true } };
    await world.cognito.adminSetUserMFAPreference({ UserPoolId: world.userPoolId, Username: 'ada', ...settings });
    await world.cognito.setUserPoolMfaConfig({
      UserPoolId: world.userPoolId,
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: {},
    });
    expect((await finish(world, await signIn(world, 'ada'), { username: 'ada', secret })).trail).toEqual(['SOFTWARE_TOKEN_MFA']);
  });

  test('is no more after AdminDeleteSoftwareToken', async () => {
    const world = await withAda({}, {});
    await enrolApp(world, 'ada');
    await setMfa(world, 'ON');
    expect((await signIn(world, 'ada')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const { Session } = await signIn(world, 'ada');
    await world.cognito.adminDeleteSoftwareToken({ UserPoolId: world.userPoolId, Username: 'ada' });
    const answer = respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: '000000' });
    expect(await refusal(answer)).toEqual({
      name: 'SoftwareTokenMFANotFoundException',
      message: 'Software Token MFA does not exist for the user.',
    });
    expect((await signIn(world, 'ada')).ChallengeName).toBe('MFA_SETUP');
  });

  test('cannot be set up in a pool without apps, or without saying who', async () => {
    const world = await withAda({ EnabledMfas: ['SMS_MFA'] });
    const AccessToken = await tokenOf(world);
    expect(await refusal(world.cognito.associateSoftwareToken({ AccessToken }))).toEqual({
      name: 'SoftwareTokenMFANotFoundException',
      message: 'Software Token MFA has not been enabled by the userPool',
    });
    const both = { AccessToken, Session: 'x'.repeat(20) };
    for (const call of [{}, both]) {
      expect((await refusal(world.cognito.associateSoftwareToken(call))).name).toBe('InvalidParameterException');
      expect((await refusal(world.cognito.verifySoftwareToken({ ...call, UserCode: '123456' }))).name).toBe(
        'InvalidParameterException',
      );
    }
    const none = world.cognito.verifySoftwareToken({ AccessToken, UserCode: '123456' });
    expect((await refusal(none)).name).toBe('SoftwareTokenMFANotFoundException');
    expect((await refusal(world.cognito.verifySoftwareToken({ AccessToken, UserCode: '12345x' }))).message).toMatch(/userCode/);
  });

  test('leaves no secret in the file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mfa-'));
    const database = openDatabase(directory);
    onTestFinished(async () => {
      database.close();
      await rm(directory, { recursive: true });
    });
    const client = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] };
    const world = createTestPool(allFactors, client, createTestPools(database));
    await world.confirmedUser('ada', addresses);
    const secret = await enrolApp(world, 'ada');
    database.sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = readFileSync(join(directory, 'local.sqlite'));
    expect(file.includes('ada@example.com')).toBe(true);
    expect(file.includes(secret)).toBe(false);
  });
});

describe('SetUserMFAPreference', () => {
  test('says what the user cannot use', async () => {
    const world = await withAda({}, {});
    const AccessToken = await tokenOf(world);
    const set = (settings: object) => refusal(world.cognito.setUserMFAPreference({ AccessToken, ...settings }));
    const app = { SoftwareTokenMfaSettings: { Enabled: true } };
    const invalidParameter = (message: string) => ({ name: 'InvalidParameterException', message });
    expect(await set(app)).toEqual(invalidParameter('User has not set up software token mfa'));
    await world.cognito.associateSoftwareToken({ AccessToken });
    expect(await set(app)).toEqual(invalidParameter('User has not verified software token mfa'));
    expect(await set({ SMSMfaSettings: { Enabled: true } })).toEqual(
      invalidParameter('User does not have delivery config set to turn on SMS_MFA'),
    );
    expect(await set({ EmailMfaSettings: { PreferredMfa: true } })).toEqual(
      invalidParameter('User does not have delivery config set to turn on EMAIL_OTP'),
    );
    expect((await set({ WebAuthnMfaSettings: { Enabled: true } })).name).toBe('InvalidParameterException');
  });

  test('prefers one factor, which is on by that, and keeps what it does not name', async () => {
    const world = await withAda();
    const AccessToken = await tokenOf(world);
    const set = (settings: object) => world.cognito.setUserMFAPreference({ AccessToken, ...settings });
    await set({ SMSMfaSettings: { PreferredMfa: true } });
    expect(await shown(world)).toEqual(['SMS_MFA', ['SMS_MFA']]);
    await set({ EmailMfaSettings: { Enabled: true } });
    expect(await shown(world)).toEqual(['SMS_MFA', ['SMS_MFA', 'EMAIL_OTP']]);
    await set({ SMSMfaSettings: { Enabled: false } });
    expect(await shown(world)).toEqual([undefined, ['EMAIL_OTP']]);
    const two = { SMSMfaSettings: { PreferredMfa: true }, EmailMfaSettings: { PreferredMfa: true } };
    expect((await refusal(set(two))).message).toBe('Only one MFA can be set as preferred.');
    expect((await refusal(set({ EmailMfaSettings: { Enabled: false, PreferredMfa: true } }))).name).toBe(
      'InvalidParameterException',
    );
    expect(await shown(world)).toEqual([undefined, ['EMAIL_OTP']]);
  });

  test('does not turn off the last factor where MFA is required', async () => {
    const world = await withAda({}, {});
    const secret = await enrolApp(world, 'ada');
    await setMfa(world, 'ON');
    const { result } = await finish(world, await signIn(world, 'ada'), { username: 'ada', secret });
    const off = { SoftwareTokenMfaSettings: { Enabled: false } };
    const call = world.cognito.setUserMFAPreference({ AccessToken: result?.AccessToken, ...off });
    expect((await refusal(call)).name).toBe('InvalidParameterException');
    await world.cognito.adminSetUserMFAPreference({ UserPoolId: world.userPoolId, Username: 'ada', ...off });
    expect((await signIn(world, 'ada')).ChallengeName).toBe('MFA_SETUP');
  });
});

describe('GetUserAuthFactors and AdminGetUserAuthFactors', () => {
  test('show what the user can sign in with', async () => {
    const world = await withAda();
    const AccessToken = await tokenOf(world);
    const factors = await world.cognito.getUserAuthFactors({ AccessToken });
    expect(factors).toMatchObject({ Username: 'ada', ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] });
    await enrolApp(world, 'ada');
    const admin = await world.cognito.adminGetUserAuthFactors({ UserPoolId: world.userPoolId, Username: 'ada' });
    expect(admin.ConfiguredUserAuthFactors).toContain('SOFTWARE_TOKEN');
  });
});

describe('SetUserPoolMfaConfig', () => {
  test('shows what it was given, and what the template said', async () => {
    const world = createMfaPool({ EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], EmailAuthenticationSubject: 'Come in' });
    const UserPoolId = world.userPoolId;
    expect(await world.cognito.getUserPoolMfaConfig({ UserPoolId })).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: { Subject: 'Come in' },
    });
    const set = await world.cognito.setUserPoolMfaConfig({
      UserPoolId,
      MfaConfiguration: 'ON',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Key {####}' },
    });
    expect(set).toMatchObject({
      MfaConfiguration: 'ON',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Key {####}' },
      SoftwareTokenMfaConfiguration: { Enabled: false },
    });
    expect(set.EmailMfaConfiguration).toBeUndefined();
    const { UserPool } = await world.cognito.describeUserPool({ UserPoolId });
    expect(UserPool?.MfaConfiguration).toBe('ON');
  });

  test.each([
    [{ MfaConfiguration: 'ON' }, 'InvalidParameterException'],
    [{ MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: { Enabled: true } }, 'InvalidParameterException'],
    [{ MfaConfiguration: 'ON', SmsMfaConfiguration: {} }, 'InvalidParameterException'],
    [{ MfaConfiguration: 'ON', EmailMfaConfiguration: {} }, 'InvalidParameterException'],
  ] as const)('refuses %j in a pool without the means', async (config, name) => {
    const { cognito, userPoolId } = createTestPool();
    expect((await refusal(cognito.setUserPoolMfaConfig({ UserPoolId: userPoolId, ...config }))).name).toBe(name);
  });

  test.each([
    [{ MfaConfiguration: 'ON' }, 'InvalidParameterException'],
    [{ MfaConfiguration: 'OPTIONAL', EnabledMfas: [] }, 'InvalidParameterException'],
    [{ MfaConfiguration: 'ON', EnabledMfas: ['EMAIL_OTP'] }, 'InvalidParameterException'],
    [{ ...allFactors, UserPoolTier: 'LITE' }, 'FeatureUnavailableInTierException'],
    [
      { ...allFactors, AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] } },
      'InvalidParameterException',
    ],
  ])('so does a template with %j', (properties, name) => {
    const { pools } = createTestPools();
    expect(() => pools.provisionUserPool('Pool', properties)).toThrow(expect.objectContaining({ name }));
  });
});
