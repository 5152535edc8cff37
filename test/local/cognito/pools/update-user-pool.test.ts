import type { UpdateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { allFactors, createMfaPool } from '../../../support/cognito/mfa-pool.ts';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';
import { createTriggerPool } from '../../../support/cognito/trigger-pool.ts';

const PreSignUp = 'arn:aws:lambda:eu-west-1:123456789012:function:PreSignUp';

describe('UpdateUserPool', () => {
  test('puts triggers there and takes them away', async () => {
    const pool = createTriggerPool({}, { LambdaConfig: {} });
    pool.set('PreSignUp', 'throws');
    const { cognito, userPoolId, clientId } = pool;
    const signUp = (Username: string) => cognito.signUp({ ClientId: clientId, Username, Password: password });
    await signUp('first');
    await cognito.updateUserPool({ UserPoolId: userPoolId, LambdaConfig: { PreSignUp } });
    expect((await cognito.describeUserPool({ UserPoolId: userPoolId })).UserPool?.LambdaConfig).toEqual({ PreSignUp });
    expect(await refusal(signUp('second'))).toMatchObject({ message: 'PreSignUp failed with error Members only.' });
    await cognito.updateUserPool({ UserPoolId: userPoolId });
    await signUp('second');
  });

  test('sets what is left out back to its default, but for what can never change', async () => {
    const { cognito, userPoolId, confirmedUser, clientId } = createTestPool({
      UserPoolName: 'people',
      DeletionProtection: 'ACTIVE',
      Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
    });
    await confirmedUser('ada');
    await cognito.updateUserPool({ UserPoolId: userPoolId, AutoVerifiedAttributes: ['email'], UserPoolTier: 'PLUS' });
    const { UserPool } = await cognito.describeUserPool({ UserPoolId: userPoolId });
    expect(UserPool).toMatchObject({
      Name: 'people',
      UserPoolTier: 'PLUS',
      DeletionProtection: 'INACTIVE',
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
    expect(UserPool?.SchemaAttributes?.map(({ Name }) => Name)).toContain('custom:role');
    const AuthParameters = { USERNAME: 'ADA@example.com', PASSWORD: password };
    const signedIn = await cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    expect(signedIn.AuthenticationResult).toBeDefined();
  });

  test('leaves MFA, each policy and the tier alone when they are left out', async () => {
    const world = createMfaPool({
      UserPoolTier: 'PLUS',
      Policies: { PasswordPolicy: { MinimumLength: 12 }, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] } },
    });
    const { cognito, userPoolId: UserPoolId } = world;
    // What the pool's factors want.
    const { SmsConfiguration, EmailConfiguration, AccountRecoverySetting } = allFactors;
    const needed = { UserPoolId, SmsConfiguration, EmailConfiguration, AccountRecoverySetting } as UpdateUserPoolRequest;
    const settings = async () => {
      const { UserPool } = await cognito.describeUserPool({ UserPoolId });
      const { PasswordPolicy, SignInPolicy } = UserPool?.Policies ?? {};
      return [UserPool?.UserPoolTier, UserPool?.MfaConfiguration, PasswordPolicy?.MinimumLength, SignInPolicy];
    };
    const factors = { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] };
    await cognito.updateUserPool({ ...needed, AutoVerifiedAttributes: ['email'] });
    expect(await settings()).toEqual(['PLUS', 'OPTIONAL', 12, factors]);
    await cognito.updateUserPool({ ...needed, Policies: { PasswordPolicy: { MinimumLength: 10 } } });
    expect(await settings()).toEqual(['PLUS', 'OPTIONAL', 10, factors]);
    await cognito.updateUserPool({ ...needed, Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } });
    expect(await settings()).toEqual(['PLUS', 'OPTIONAL', 10, { AllowedFirstAuthFactors: ['PASSWORD'] }]);
    await cognito.updateUserPool({ ...needed, AdminCreateUserConfig: { UnusedAccountValidityDays: 2 } });
    const { UserPool } = await cognito.describeUserPool({ UserPoolId });
    expect(UserPool?.Policies?.PasswordPolicy).toMatchObject({ MinimumLength: 10, TemporaryPasswordValidityDays: 2 });
  });

  test('changes MFA or disables it, but never enables it: that takes SetUserPoolMfaConfig and a factor', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    const refused = {
      name: 'InvalidParameterException',
      message: 'Cannot turn MFA functionality ON, once the user pool has been created.',
    };
    for (const MfaConfiguration of ['ON', 'OPTIONAL'] as const) {
      expect(await refusal(cognito.updateUserPool({ UserPoolId, MfaConfiguration }))).toEqual(refused);
      expect((await refusal(cognito.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration }))).name).toBe(
        'InvalidParameterException',
      );
    }
    const SoftwareTokenMfaConfiguration = { Enabled: true };
    await cognito.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration });
    for (const MfaConfiguration of ['ON', 'OPTIONAL', 'OFF'] as const) {
      await cognito.updateUserPool({ UserPoolId, MfaConfiguration });
      expect((await cognito.getUserPoolMfaConfig({ UserPoolId })).MfaConfiguration).toBe(MfaConfiguration);
    }
  });

  test('refuses what a new pool would be refused, and leaves the pool as it was', async () => {
    const { cognito, userPoolId } = createTestPool();
    const before = (await cognito.describeUserPool({ UserPoolId: userPoolId })).UserPool;
    const sender = { LambdaVersion: 'V1_0' as const, LambdaArn: PreSignUp };
    const KMSKeyID = 'arn:aws:kms:eu-west-1:123456789012:key/1';
    expect(await refusal(cognito.updateUserPool({ UserPoolId: userPoolId, LambdaConfig: { CustomSMSSender: sender } }))).toEqual({
      name: 'InvalidParameterException',
      message: 'KMSKeyID is required for a custom email or SMS sender.',
    });
    const LambdaConfig = { CustomSMSSender: sender, KMSKeyID };
    expect(await refusal(cognito.updateUserPool({ UserPoolId: userPoolId, LambdaConfig }))).toMatchObject({
      name: 'NotImplementedException',
    });
    expect((await cognito.describeUserPool({ UserPoolId: userPoolId })).UserPool).toEqual(before);
    expect(await refusal(cognito.updateUserPool({ UserPoolId: 'eu-west-1_nothere' }))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
