import { describe, expect, test } from 'vitest';
import { allFactors, createMfaPool } from '../../../support/cognito/mfa-pool.ts';
import { createTestPool, createTestPools, refusal } from '../../../support/cognito/pool.ts';

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
