import { describe, expect, test } from 'vitest';
import { createMfaPool } from '../../../support/cognito/mfa-pool.ts';
import { withAda } from '../../../support/cognito/people.ts';
import { refusal } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

const addresses = { email: 'ada@example.com', email_verified: 'true', phone_number: '+441234567890' };
const bySms = [{ DeliveryMedium: 'SMS' as const, AttributeName: 'phone_number' }];

describe('SetUserSettings and AdminSetUserSettings', () => {
  test('turn text messages on, and off with an empty list', async () => {
    const world = await withAda(createMfaPool(), addresses);
    const { cognito, userPoolId: UserPoolId } = world;
    const ada = { UserPoolId, Username: 'ada' };
    const factors = async () => (await cognito.adminGetUser(ada)).UserMFASettingList;
    const { AuthenticationResult } = await signIn(world, 'ada');
    const AccessToken = AuthenticationResult?.AccessToken;
    await cognito.setUserSettings({ AccessToken, MFAOptions: bySms });
    expect(await factors()).toEqual(['SMS_MFA']);
    expect((await signIn(world, 'ada')).ChallengeName).toBe('SMS_MFA');
    await cognito.setUserSettings({ AccessToken, MFAOptions: [] });
    expect(await factors()).toBeUndefined();
    await cognito.adminSetUserSettings({ ...ada, MFAOptions: bySms });
    expect(await factors()).toEqual(['SMS_MFA']);
    await cognito.adminSetUserSettings({ ...ada, MFAOptions: [] });
    expect((await signIn(world, 'ada')).AuthenticationResult).toBeDefined();
  });

  test('accept no other medium or attribute, and require a phone number', async () => {
    const { cognito, userPoolId: UserPoolId } = await withAda(createMfaPool(), { email: 'ada@example.com' });
    const set = (MFAOptions: Parameters<typeof cognito.adminSetUserSettings>[0]['MFAOptions']) =>
      refusal(cognito.adminSetUserSettings({ UserPoolId, Username: 'ada', MFAOptions }));
    const refused = { name: 'InvalidParameterException', message: 'MFAOptions only supports SMS to phone_number.' };
    expect(await set([{ DeliveryMedium: 'EMAIL', AttributeName: 'email' }])).toEqual(refused);
    expect(await set([{ DeliveryMedium: 'SMS', AttributeName: 'email' }])).toEqual(refused);
    expect(await set([{}])).toEqual(refused);
    expect((await set(bySms)).message).toBe('User does not have delivery config set to turn on SMS_MFA');
  });
});
