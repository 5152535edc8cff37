import { describe, expect, test } from 'vitest';
import { named, only, resources } from '../../../../infra/template/template.ts';
import { type PoolStage, poolSettings, poolTemplate } from '../../../support/infra/pool-stages.ts';
import { stageTemplate } from '../../../support/infra/stack.ts';

const dev = stageTemplate({ stage: 'dev' });
const client = only(dev, 'AWS::Cognito::UserPoolClient').Properties;
const poolOf = (stage: PoolStage) => only(poolTemplate(poolSettings(stage)), 'AWS::Cognito::UserPool').Properties;
const clientOf = (stage: PoolStage) => only(poolTemplate(poolSettings(stage)), 'AWS::Cognito::UserPoolClient').Properties;

describe('attributes of its own', () => {
  const own = 'attributes of its own' satisfies PoolStage;

  test('have their types and bounds, a bound of nought too', () => {
    expect(poolOf(own)['Schema']).toEqual([
      {
        Name: 'tenant',
        AttributeDataType: 'String',
        Mutable: false,
        StringAttributeConstraints: { MinLength: '0', MaxLength: '8' },
      },
      { Name: 'seats', AttributeDataType: 'Number', Mutable: true, NumberAttributeConstraints: { MinValue: '0' } },
      { Name: 'level', AttributeDataType: 'Number', Mutable: true, NumberAttributeConstraints: { MaxValue: '-1' } },
      { Name: 'beta', AttributeDataType: 'Boolean', Mutable: true },
      { Name: 'since', AttributeDataType: 'DateTime', Mutable: true },
    ]);
  });

  test('are all readable, and writable if the stage says so', () => {
    const { ReadAttributes, WriteAttributes } = clientOf(own);
    expect(ReadAttributes).toEqual(
      expect.arrayContaining(['custom:tenant', 'custom:seats', 'custom:level', 'custom:beta', 'custom:since']),
    );
    expect(WriteAttributes).toEqual(['custom:tenant', 'email']);
    const signUp = named(poolTemplate(poolSettings(own)), 'AWS::Lambda::Function', 'AuthSignUpFunction').Properties;
    expect(signUp['Environment'].Variables['WRITABLE_ATTRIBUTES']).toBe('custom:tenant');
  });
});

describe('the app client', () => {
  test('may have a secret, which the functions are given, and nobody else', () => {
    const template = poolTemplate(poolSettings('a client with a secret'));
    const secret = { 'Fn::GetAtt': ['AuthUsersClient937B6DF0', 'ClientSecret'] };
    for (const name of ['User', 'Recovery', 'SignUp']) {
      const { Environment } = named(template, 'AWS::Lambda::Function', `Auth${name}Function`).Properties;
      expect(Environment.Variables['USER_POOL_CLIENT_SECRET']).toEqual(secret);
      expect(Environment.Variables).not.toHaveProperty('PASS_CALLER_ADDRESS');
    }
    const told = Object.values(template.Resources).filter((resource) => JSON.stringify(resource).includes('ClientSecret'));
    expect(told).toHaveLength(3);
    // The CDK's own way would have added one that reads every client of the pool.
    expect(resources(template, 'AWS::Lambda::Function')).toHaveLength(5);
    expect(JSON.stringify(template.Outputs)).not.toContain('Secret');
  });

  test('makes the functions pass on addresses if threat protection rates them', () => {
    const template = poolTemplate(poolSettings('threat protection that acts'));
    for (const name of ['User', 'Recovery', 'SignUp']) {
      const { Environment } = named(template, 'AWS::Lambda::Function', `Auth${name}Function`).Properties;
      expect(Environment.Variables['PASS_CALLER_ADDRESS']).toBe('true');
    }
  });

  test('may rotate refresh tokens, and then has no older way to refresh', () => {
    expect(clientOf('rotating refresh tokens')).toMatchObject({
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
    });
  });

  test('says outright that refresh tokens do not rotate, so that a living client stops', () => {
    expect(client['RefreshTokenRotation']).toEqual({ Feature: 'DISABLED' });
    expect(client['ExplicitAuthFlows']).toContain('ALLOW_REFRESH_TOKEN_AUTH');
  });

  test('does not reveal who exists', () => {
    expect(client['PreventUserExistenceErrors']).toBe('ENABLED');
  });

  test('has no OAuth and no secret', () => {
    expect(client['AllowedOAuthFlowsUserPoolClient']).toBe(false);
    for (const key of ['AllowedOAuthFlows', 'AllowedOAuthScopes', 'CallbackURLs', 'GenerateSecret'])
      expect(client).not.toHaveProperty(key);
  });

  test('allows the flows of the stage, and custom sign-in only with triggers', () => {
    expect(client['ExplicitAuthFlows']).toEqual([
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_USER_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ]);
  });

  test('gives access and ID tokens of one day and refresh tokens of thirty, and can revoke them', () => {
    expect(client).toMatchObject({
      AccessTokenValidity: 1440,
      IdTokenValidity: 1440,
      RefreshTokenValidity: 30 * 1440,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
    });
  });

  test('leaves three minutes for a challenge', () => {
    expect(client['AuthSessionValidity']).toBe(3);
  });

  test('lets users write what the stage says, and never a verified flag', () => {
    expect(client['WriteAttributes']).toContain('email');
    expect(client['WriteAttributes'].filter((name: string) => name.endsWith('_verified'))).toEqual([]);
    expect(client['ReadAttributes']).toEqual(
      expect.arrayContaining(['email_verified', 'phone_number_verified', ...client['WriteAttributes']]),
    );
  });
});
