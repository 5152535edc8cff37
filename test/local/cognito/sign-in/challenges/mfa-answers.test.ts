import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createMfaPool } from '../../../../support/cognito/mfa-pool.ts';
import { withAda } from '../../../../support/cognito/people.ts';
import { respond, signIn } from '../../../../support/cognito/sign-in.ts';

const addresses = { email: 'ada@example.com', email_verified: 'true', phone_number: '+441234567890' };

describe('SELECT_MFA_TYPE', () => {
  test.each(['EMAIL_OTP', 'EMAIL_MFA'])('names the factors, and takes %s for the mail', async (ANSWER) => {
    const world = await withAda(createMfaPool({ MfaConfiguration: 'ON' }), addresses);
    const { ChallengeParameters, Session } = await signIn(world, 'ada');
    expect(ChallengeParameters).toEqual({ MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' });
    expect((await respond(world, 'SELECT_MFA_TYPE', Session, { USERNAME: 'ada', ANSWER })).ChallengeName).toBe('EMAIL_OTP');
  });
});

describe('SMS_MFA', () => {
  test('goes to a phone that nobody has verified, and verifies it', async () => {
    const world = await withAda(createMfaPool({ MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] }), addresses);
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
