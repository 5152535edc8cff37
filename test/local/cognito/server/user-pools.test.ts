import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, password, refusal } from '../../../support/cognito/pool.ts';

describe('provisioning from a template', () => {
  test('gives ids in Cognito’s form, the same for good, and brings settings up to date', async () => {
    const { pools, cognito } = createTestPools();
    const userPoolId = pools.provisionUserPool('Pool', { UserPoolName: 'people' });
    const clientId = pools.provisionUserPoolClient('Client', { UserPoolId: userPoolId, GenerateSecret: true });
    expect(userPoolId).toMatch(/^eu-west-1_[0-9A-Za-z]{9}$/);
    expect(clientId).toMatch(/^[0-9a-z]{26}$/);
    const before = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId });
    expect(pools.provisionUserPool('Pool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })).toBe(userPoolId);
    expect(
      pools.provisionUserPoolClient('Client', { UserPoolId: userPoolId, AuthSessionValidity: 5, GenerateSecret: true }),
    ).toBe(clientId);
    const { UserPool } = await cognito.describeUserPool({ UserPoolId: userPoolId });
    expect(UserPool).toMatchObject({ Name: 'Pool', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    const after = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId });
    expect(after.UserPoolClient).toMatchObject({ AuthSessionValidity: 5, ClientSecret: before.UserPoolClient?.ClientSecret });
    expect(pools.provisionUserPool('Second', {})).not.toBe(userPoolId);
  });

  test('makes a new client where CloudFormation would: for a secret, and for another pool', () => {
    const { pools } = createTestPools();
    const UserPoolId = pools.provisionUserPool('Pool', {});
    const ids = [
      { UserPoolId },
      { UserPoolId, GenerateSecret: true },
      { UserPoolId: pools.provisionUserPool('Other', {}), GenerateSecret: true },
    ].map((properties) => pools.provisionUserPoolClient('Client', properties));
    expect(new Set(ids).size).toBe(3);
  });

  test('takes everything that the template may say', () => {
    const { pools } = createTestPools();
    const id = pools.provisionUserPool('Pool', {
      UserPoolTier: 'ESSENTIALS',
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: {
        PasswordPolicy: { MinimumLength: 10, RequireSymbols: false, PasswordHistorySize: 0 },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
      },
      WebAuthnRelyingPartyID: 'localhost',
      WebAuthnUserVerification: 'preferred',
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      AutoVerifiedAttributes: ['email'],
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      EmailVerificationMessage: 'The verification code to your new account is {####}',
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', SmsMessage: 'Code {####}' },
      UserPoolTags: { stage: 'dev' },
      UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
      KeyConfiguration: {},
    });
    expect(id).toBeDefined();
  });

  test.each([
    [
      {
        LambdaConfig: {
          CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: 'arn:aws:lambda:eu-west-1:1:function:f' },
          KMSKeyID: 'arn:aws:kms:eu-west-1:1:key/1',
        },
      },
      'A custom sender without KMS is not implemented by the embedded user pool.',
    ],
    [
      { VerificationMessageTemplate: { EmailMessageByLink: 'Click here, without a link' } },
      "Value 'Click here, without a link' at 'verificationMessageTemplate.emailMessageByLink' failed to satisfy constraint: Member must satisfy",
    ],
    [
      { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
      'Only one of aliasAttributes or usernameAttributes can be set in a user pool.',
    ],
    [
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'a@example.com' } },
      'SourceArn is required when EmailSendingAccount is DEVELOPER.',
    ],
    [
      { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
      'The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection',
    ],
    [
      { Schema: [{ Name: 'team', AttributeDataType: 'String', Required: true }] },
      'Required custom attributes are not supported currently.',
    ],
    [
      { MfaConfiguration: 'SOMETIMES' },
      "1 validation error detected: Value 'SOMETIMES' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OFF, ON, OPTIONAL]",
    ],
    [
      { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    ],
    [
      {
        Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } },
        AdminCreateUserConfig: { UnusedAccountValidityDays: 3 },
      },
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    ],
  ])('refuses %j', (properties, message) => {
    expect(() => createTestPools().pools.provisionUserPool('Pool', properties)).toThrow(message);
  });

  test.each([
    [
      { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'USER_PASSWORD_AUTH'] },
      'ExplicitAuthFlows with and without the prefix ALLOW_ cannot be mixed.',
    ],
    [
      { RefreshTokenRotation: { Feature: 'ENABLED' } },
      'ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together with refresh token rotation.',
    ],
    [{ AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: 'minutes' } }, 'Invalid range for token validity.'],
    [{ IdTokenValidity: 25 }, 'Invalid range for token validity.'],
    [
      { EnablePropagateAdditionalUserContextData: true },
      'EnablePropagateAdditionalUserContextData needs an app client with a secret.',
    ],
    [{ RefreshTokenValidity: 59, TokenValidityUnits: { RefreshToken: 'minutes' } }, 'Invalid range for token validity.'],
    [{ WriteAttributes: ['custom:none'] }, 'Invalid write attributes specified while creating a client'],
    [{ WriteAttributes: ['email_verified', 'email'] }, 'Invalid write attributes specified while creating a client'],
    [{ WriteAttributes: ['name'] }, 'Invalid write attributes specified while creating a client'],
    [{ ReadAttributes: ['custom:none'] }, 'Invalid read attributes specified while creating a client'],
    [
      { AuthSessionValidity: 16 },
      "Value '16' at 'authSessionValidity' failed to satisfy constraint: Member must have value less than or equal to 15",
    ],
  ])('refuses a client with %j', (properties, message) => {
    const { pools } = createTestPools();
    const UserPoolId = pools.provisionUserPool('Pool', { Schema: [{ Name: 'email', Required: true }] });
    expect(() => pools.provisionUserPoolClient('Client', { UserPoolId, ...properties })).toThrow(message);
  });

  test('refuses a client of no pool', () => {
    const { pools } = createTestPools();
    expect(() => pools.provisionUserPoolClient('Client', { UserPoolId: 'eu-west-1_unknown00' })).toThrow(
      'User pool eu-west-1_unknown00 does not exist.',
    );
  });

  test('takes a policy’s unnamed rules as the service’s own', async () => {
    const { cognito, userPoolId } = createTestPool({ Policies: { PasswordPolicy: { MinimumLength: 6, RequireSymbols: false } } });
    const { UserPool } = await cognito.describeUserPool({ UserPoolId: userPoolId });
    expect(UserPool?.Policies).toEqual({
      PasswordPolicy: {
        MinimumLength: 6,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 7,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    });
  });
});

describe('pools over the wire', () => {
  test('a pool and a client made so work like any other, from first to last', async () => {
    const { cognito, clock } = createTestPools();
    const { UserPool } = await cognito.createUserPool({ PoolName: 'made by hand', DeletionProtection: 'ACTIVE' });
    const UserPoolId = UserPool?.Id ?? '';
    expect(UserPool).toMatchObject({
      Id: expect.stringMatching(/^eu-west-1_[0-9A-Za-z]{9}$/),
      Name: 'made by hand',
      Arn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${UserPoolId}`,
      CreationDate: new Date(clock.now()),
      MfaConfiguration: 'OFF',
      EstimatedNumberOfUsers: 0,
      UsernameConfiguration: { CaseSensitive: true },
      UserPoolTier: 'ESSENTIALS',
    });
    expect(UserPool?.SchemaAttributes?.map(({ Name }) => Name)).toContain('phone_number_verified');
    const { UserPoolClient } = await cognito.createUserPoolClient({
      UserPoolId,
      ClientName: 'cli',
      GenerateSecret: false,
      ExplicitAuthFlows: ['USER_PASSWORD_AUTH'],
    });
    const ClientId = UserPoolClient?.ClientId ?? '';
    expect(UserPoolClient).not.toHaveProperty('ClientSecret');
    expect(UserPoolClient).toMatchObject({
      UserPoolId,
      ClientName: 'cli',
      RefreshTokenValidity: 30,
      EnableTokenRevocation: true,
      AuthSessionValidity: 3,
    });
    await cognito.signUp({ ClientId, Username: 'ada', Password: password });
    await cognito.adminConfirmSignUp({ UserPoolId, Username: 'ada' });
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password };
    const { AuthenticationResult } = await cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    expect(AuthenticationResult).toBeDefined();
    expect((await cognito.describeUserPool({ UserPoolId })).UserPool?.EstimatedNumberOfUsers).toBe(1);
    await cognito.deleteUserPoolClient({ UserPoolId, ClientId });
    const gone = { name: 'ResourceNotFoundException', message: `User pool client ${ClientId} does not exist.` };
    expect(await refusal(cognito.signUp({ ClientId, Username: 'eve', Password: password }))).toEqual(gone);
    expect(await refusal(cognito.describeUserPoolClient({ UserPoolId, ClientId }))).toEqual(gone);
    expect(await refusal(cognito.deleteUserPoolClient({ UserPoolId, ClientId }))).toEqual(gone);
    expect(await refusal(cognito.getUser({ AccessToken: AuthenticationResult?.AccessToken }))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid Access Token',
    });
    expect(await refusal(cognito.deleteUserPool({ UserPoolId }))).toEqual({
      name: 'InvalidParameterException',
      message:
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    });
  });

  test('a deleted pool is gone with everything in it', async () => {
    const { cognito, userPoolId, clientId, confirmedUser, pools } = createTestPool();
    await confirmedUser('ada');
    await cognito.deleteUserPool({ UserPoolId: userPoolId });
    const gone = { name: 'ResourceNotFoundException', message: `User pool ${userPoolId} does not exist.` };
    expect(await refusal(cognito.describeUserPool({ UserPoolId: userPoolId }))).toEqual(gone);
    expect(await refusal(cognito.deleteUserPool({ UserPoolId: userPoolId }))).toEqual(gone);
    expect(await refusal(cognito.listUserPoolClients({ UserPoolId: userPoolId }))).toEqual(gone);
    expect((await refusal(cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password }))).name).toBe(
      'ResourceNotFoundException',
    );
    expect(pools.provisionUserPool('Pool', {})).not.toBe(userPoolId);
  });

  test('lists come in pages', async () => {
    const { cognito } = createTestPools();
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const PoolName of names) await cognito.createUserPool({ PoolName });
    const seen: (string | undefined)[] = [];
    let NextToken: string | undefined;
    let pages = 0;
    do {
      const answer = await cognito.listUserPools({ MaxResults: 2, ...(NextToken && { NextToken }) });
      seen.push(...(answer.UserPools ?? []).map(({ Name }) => Name));
      NextToken = answer.NextToken;
      pages++;
    } while (NextToken);
    expect([pages, seen.toSorted()]).toEqual([3, names]);
    const [first] = (await cognito.listUserPools({ MaxResults: 60 })).UserPools ?? [];
    const UserPoolId = first?.Id;
    for (const ClientName of names) await cognito.createUserPoolClient({ UserPoolId, ClientName });
    const clients = await cognito.listUserPoolClients({ UserPoolId, MaxResults: 4 });
    expect(clients.UserPoolClients).toHaveLength(4);
    const rest = await cognito.listUserPoolClients({ UserPoolId, MaxResults: 4, NextToken: clients.NextToken });
    expect([rest.UserPoolClients?.length, rest.NextToken]).toEqual([1, undefined]);
    expect((await refusal(cognito.listUserPools({ MaxResults: 1, NextToken: '*' }))).message).toBe('Invalid NextToken');
    expect((await refusal(cognito.listUserPools({ MaxResults: 61 }))).name).toBe('InvalidParameterException');
  });

  test('MFA requires SMS here, since this operation supports no other factor', async () => {
    const { cognito } = createTestPools();
    expect(await refusal(cognito.createUserPool({ PoolName: 'p', MfaConfiguration: 'OPTIONAL' }))).toEqual({
      name: 'InvalidParameterException',
      message: 'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    });
  });

  test('a client of another pool is not found', async () => {
    const { cognito, clientId, pools } = createTestPool();
    const other = pools.provisionUserPool('Other', {});
    expect((await refusal(cognito.describeUserPoolClient({ UserPoolId: other, ClientId: clientId }))).name).toBe(
      'ResourceNotFoundException',
    );
  });
});
