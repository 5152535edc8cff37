import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { appCode } from '../../../../support/authenticator-app.ts';
import { createMfaPool, finish } from '../../../../support/cognito/mfa-pool.ts';
import { withAda } from '../../../../support/cognito/people.ts';
import { refusal, type TestPool } from '../../../../support/cognito/pool.ts';
import { respond, signIn } from '../../../../support/cognito/sign-in.ts';

const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
const addresses = { email: 'ada@example.com', email_verified: 'true', phone_number: '+441234567890' };

const shown = async ({ cognito, userPoolId }: TestPool) => {
  const { PreferredMfaSetting, UserMFASettingList } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
  return [PreferredMfaSetting, UserMFASettingList];
};

describe('MFA_SETUP', () => {
  const required = { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] };

  test('leads through the set-up of an app, by sessions, to tokens without another code', async () => {
    const world = await withAda(createMfaPool(required), addresses);
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

  test('accepts only the newest session of the chain', async () => {
    const world = await withAda(createMfaPool(required), addresses);
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
    const world = await withAda(createMfaPool(required), addresses);
    const { Session } = await signIn(world, 'ada');
    const { SecretCode = '', Session: second } = await world.cognito.associateSoftwareToken({ Session });
    await world.cognito.verifySoftwareToken({ Session: second, UserCode: appCode(SecretCode, 0, world.clock.now()) });
    expect((await signIn(world, 'ada')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  test('lets nobody guess the first code for ever', async () => {
    const world = await withAda(createMfaPool(required), addresses);
    const { Session } = await signIn(world, 'ada');
    const { Session: second } = await world.cognito.associateSoftwareToken({ Session });
    const guess = () => refusal(world.cognito.verifySoftwareToken({ Session: second, UserCode: '000000' }));
    for (let round = 0; round < 5; round++) expect((await guess()).name).toBe('EnableSoftwareTokenMFAException');
    expect((await guess()).message).toBe('Password attempts exceeded');
  });

  test('takes a mail address, sends a code there and verifies it', async () => {
    const world = await withAda(createMfaPool({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }), {});
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
    const world = await withAda(createMfaPool({ MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] }), {});
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

  test('is refused to users who have nothing that the pool could ask for', async () => {
    const recovery = { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] };
    const world = await withAda(
      createMfaPool({ MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'], AccountRecoverySetting: recovery }),
      addresses,
    );
    expect((await refusal(signIn(world, 'ada'))).name).toBe('InvalidParameterException');
  });
});
