import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from './pool.ts';
import { createTriggerPool } from './trigger-pool.ts';

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
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
      Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
    });
    await confirmedUser('ada');
    await cognito.updateUserPool({ UserPoolId: userPoolId, AutoVerifiedAttributes: ['email'], UserPoolTier: 'PLUS' });
    const { UserPool } = await cognito.describeUserPool({ UserPoolId: userPoolId });
    expect(UserPool).toMatchObject({
      Name: 'people',
      UserPoolTier: 'PLUS',
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
    expect(UserPool?.Policies?.PasswordPolicy?.MinimumLength).toBe(8);
    expect(UserPool?.SchemaAttributes?.map(({ Name }) => Name)).toContain('custom:role');
    const AuthParameters = { USERNAME: 'ADA@example.com', PASSWORD: password };
    const signedIn = await cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    expect(signedIn.AuthenticationResult).toBeDefined();
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
