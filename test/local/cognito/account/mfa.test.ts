import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import { appCode } from '../../../support/authenticator-app.ts';
import { allFactors, createMfaPool, enrolApp, finish, setMfa } from '../../../support/cognito/mfa-pool.ts';
import { withAda } from '../../../support/cognito/people.ts';
import { createTestPool, createTestPools, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { respond, signIn } from '../../../support/cognito/sign-in.ts';

const addresses = { email: 'ada@example.com', email_verified: 'true', phone_number: '+441234567890' };
const tokenOf = async (world: TestPool) => (await signIn(world, 'ada')).AuthenticationResult?.AccessToken;

const shown = async ({ cognito, userPoolId }: TestPool) => {
  const { PreferredMfaSetting, UserMFASettingList } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
  return [PreferredMfaSetting, UserMFASettingList];
};

describe('an authenticator app of a signed-in user', () => {
  test('is asked for once it is turned on, and not before', async () => {
    const world = await withAda(createMfaPool(), addresses);
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
    const world = await withAda(createMfaPool(), addresses);
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
    const world = await withAda(createMfaPool(), addresses);
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

  test('is removed by AdminDeleteSoftwareToken', async () => {
    const world = await withAda(createMfaPool(), {});
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
    const world = await withAda(createMfaPool({ EnabledMfas: ['SMS_MFA'] }), addresses);
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
    const world = await withAda(createMfaPool(), {});
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
    const world = await withAda(createMfaPool(), addresses);
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
    const world = await withAda(createMfaPool(), {});
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
    const world = await withAda(createMfaPool(), addresses);
    const AccessToken = await tokenOf(world);
    const factors = await world.cognito.getUserAuthFactors({ AccessToken });
    expect(factors).toMatchObject({ Username: 'ada', ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] });
    await enrolApp(world, 'ada');
    const admin = await world.cognito.adminGetUserAuthFactors({ UserPoolId: world.userPoolId, Username: 'ada' });
    expect(admin.ConfiguredUserAuthFactors).toContain('SOFTWARE_TOKEN');
  });
});
