import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  SchemaAttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { createTestPools, refusal } from '../../../support/cognito/pool.ts';

// Creating and describing show the same.

async function shown(request: Partial<CreateUserPoolRequest> = {}) {
  const { cognito } = createTestPools();
  const { UserPool } = await cognito.createUserPool({ PoolName: 'p', ...request });
  expect((await cognito.describeUserPool({ UserPoolId: UserPool?.Id })).UserPool).toEqual(UserPool);
  return UserPool ?? {};
}

async function attribute(name: string, Schema: SchemaAttributeType[]) {
  return (await shown({ Schema })).SchemaAttributes?.find(({ Name }) => Name === name);
}

describe('a user pool', () => {
  test('shows the service’s defaults, and no empty list', async () => {
    const pool = await shown();
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      MfaConfiguration: 'OFF',
      LambdaConfig: {},
    });
    for (const name of ['AutoVerifiedAttributes', 'AliasAttributes', 'UsernameAttributes']) expect(pool).not.toHaveProperty(name);
    expect(pool.SchemaAttributes?.map(({ DeveloperOnlyAttribute }) => DeveloperOnlyAttribute)).toEqual(Array(20).fill(false));
  });

  test('shows what it was given', async () => {
    const given = {
      AutoVerifiedAttributes: ['email' as const],
      AliasAttributes: ['preferred_username' as const],
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' as const, SourceArn: 'arn:aws:ses:eu-west-1:1:identity/a' },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 3 },
    };
    const pool = await shown(given);
    expect(pool).toMatchObject(given);
    expect(pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays).toBe(3);
  });

  const flat = {
    SmsVerificationMessage: 'SMS {####}',
    EmailVerificationMessage: 'Mail {####}',
    EmailVerificationSubject: 'Subject',
  };
  const template = { SmsMessage: 'SMS {####}', EmailMessage: 'Mail {####}', EmailSubject: 'Subject' };

  test.each([
    ['the flat texts', flat],
    ['the template', { VerificationMessageTemplate: template }],
    ['both, of which the template counts', { EmailVerificationMessage: 'Other {####}', VerificationMessageTemplate: template }],
  ])('mirrors the texts of a code, given by %s', async (_, request) => {
    expect(await shown(request)).toMatchObject({
      ...flat,
      VerificationMessageTemplate: { ...template, DefaultEmailOption: 'CONFIRM_WITH_CODE' },
    });
  });

  test('shows custom attributes under their full names, with the bounds of their own type', async () => {
    const bounds = {
      NumberAttributeConstraints: { MinValue: '-10', MaxValue: '20' },
      StringAttributeConstraints: { MinLength: '10', MaxLength: '20' },
    };
    const common = { DeveloperOnlyAttribute: false, Mutable: false, Required: false };
    for (const [AttributeDataType, own] of [
      ['String', { StringAttributeConstraints: bounds.StringAttributeConstraints }],
      ['Number', { NumberAttributeConstraints: bounds.NumberAttributeConstraints }],
      ['Boolean', {}],
      ['DateTime', {}],
    ] as const) {
      expect(await attribute('custom:it', [{ Name: 'it', AttributeDataType, ...bounds }])).toEqual({
        Name: 'custom:it',
        AttributeDataType,
        ...common,
        ...own,
      });
    }
    const developers = { Name: 'banana', AttributeDataType: 'String' as const, DeveloperOnlyAttribute: true, Mutable: true };
    expect(await attribute('dev:custom:banana', [developers])).toEqual({
      ...developers,
      Name: 'dev:custom:banana',
      Required: false,
      StringAttributeConstraints: {},
    });
    expect(
      await attribute('custom:half', [
        { Name: 'half', AttributeDataType: 'String', StringAttributeConstraints: { MaxLength: '9' } },
      ]),
    ).toMatchObject({ StringAttributeConstraints: { MaxLength: '9' } });
  });

  const changed = (name: string) =>
    `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${name}`;
  const strings = (Name: string, MinLength?: string, MaxLength?: string): SchemaAttributeType => ({
    Name,
    AttributeDataType: 'String',
    StringAttributeConstraints: { ...(MinLength && { MinLength }), ...(MaxLength && { MaxLength }) },
  });
  const numbers = (MinValue?: string, MaxValue?: string): SchemaAttributeType => ({
    Name: 'updated_at',
    NumberAttributeConstraints: { ...(MinValue && { MinValue }), ...(MaxValue && { MaxValue }) },
  });

  test.each<[SchemaAttributeType, string]>([
    [{ Name: 'team' }, 'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.'],
    [{ Name: 'email', AttributeDataType: 'Number' }, changed('email')],
    [{ Name: 'updated_at', AttributeDataType: 'String' }, changed('updated_at')],
    [{ Name: 'email', DeveloperOnlyAttribute: true }, changed('email')],
    [strings('email', 'few'), 'Invalid StringAttributeConstraints for schema attribute email'],
    [strings('email', undefined, 'many'), 'Invalid StringAttributeConstraints for schema attribute email'],
    [strings('email', '-1'), 'Invalid StringAttributeConstraints for schema attribute email'],
    [strings('email', '1.5'), 'Invalid StringAttributeConstraints for schema attribute email'],
    [numbers('few'), 'Invalid NumberAttributeConstraints for schema attribute updated_at'],
    [numbers(undefined, 'many'), 'Invalid NumberAttributeConstraints for schema attribute updated_at'],
    [strings('email', '2049'), 'user.email: String attributes cannot have a length of more than 2048'],
    [strings('email', undefined, '2049'), 'user.email: String attributes cannot have a length of more than 2048'],
    [strings('team', '2', '1'), 'user.custom:team: Max length cannot be less than min length.'],
    [strings('email', '2', '1'), 'user.email: Max length cannot be less than min length.'],
    [numbers('2', '1'), 'user.updated_at: Max value cannot be less than min value.'],
    [{ Name: 'team', AttributeDataType: 'String', Required: true }, 'Required custom attributes are not supported currently.'],
  ])('refuses an attribute %j, by template too', async (given, message) => {
    const { cognito, pools } = createTestPools();
    const refused = { name: 'InvalidParameterException', message };
    expect(await refusal(cognito.createUserPool({ PoolName: 'p', Schema: [given] }))).toEqual(refused);
    expect(() => pools.provisionUserPool('Pool', { Schema: [given] })).toThrow(message);
  });

  test('without MFA shows nothing else of it', async () => {
    const { cognito } = createTestPools();
    const { UserPool } = await cognito.createUserPool({ PoolName: 'p' });
    const { $metadata: _, ...config } = await cognito.getUserPoolMfaConfig({ UserPoolId: UserPool?.Id });
    expect(config).toEqual({ MfaConfiguration: 'OFF' });
  });
});

describe('a client', () => {
  async function client(request: Partial<CreateUserPoolClientRequest> = {}) {
    const { cognito } = createTestPools();
    const UserPoolId = (await cognito.createUserPool({ PoolName: 'p' })).UserPool?.Id;
    const { UserPoolClient } = await cognito.createUserPoolClient({ UserPoolId, ClientName: 'c', ...request });
    const described = await cognito.describeUserPoolClient({ UserPoolId, ClientId: UserPoolClient?.ClientId });
    expect(described.UserPoolClient).toEqual(UserPoolClient);
    return UserPoolClient;
  }

  test('shows the service’s defaults', async () => {
    const { UserPoolId, ClientId, CreationDate, LastModifiedDate, ...rest } = (await client()) ?? {};
    expect([UserPoolId, ClientId, CreationDate, LastModifiedDate]).not.toContain(undefined);
    expect(rest).toEqual({
      ClientName: 'c',
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
  });

  test('shows what it was given', async () => {
    const given = {
      PreventUserExistenceErrors: 'LEGACY' as const,
      TokenValidityUnits: { AccessToken: 'minutes' as const },
      AccessTokenValidity: 60,
      GenerateSecret: true,
      EnablePropagateAdditionalUserContextData: true,
    };
    const { GenerateSecret: _, ...expected } = given;
    const shown = await client(given);
    expect(shown).toMatchObject({ ...expected, ClientSecret: expect.any(String) });
    expect(shown).not.toHaveProperty('GenerateSecret');
  });
});
