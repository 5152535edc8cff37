import { describe, expect, test } from 'vitest';
import { stageSettings } from '../../../infra/config.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import { stageTemplate, templateOf } from '../stack.ts';
import { only } from '../template.ts';

const dev = stageTemplate({ stage: 'dev' });
const prod = stageTemplate({ stage: 'prod' });
const pool = only(dev, 'AWS::Cognito::UserPool').Properties;
const client = only(dev, 'AWS::Cognito::UserPoolClient').Properties;

describe('the user pool', () => {
  test('is of the Essentials plan, written out', () => {
    expect(pool['UserPoolTier']).toBe('ESSENTIALS');
  });

  test('takes user names and verified e-mail addresses, whatever their case', () => {
    expect(pool['AliasAttributes']).toEqual(['email']);
    expect(pool['UsernameAttributes']).toBeUndefined();
    expect(pool['UsernameConfiguration']).toEqual({ CaseSensitive: false });
  });

  test('verifies an e-mail address before it counts, also a changed one', () => {
    expect(pool['AutoVerifiedAttributes']).toEqual(['email']);
    expect(pool['UserAttributeUpdateSettings']).toEqual({ AttributesRequireVerificationBeforeUpdate: ['email'] });
  });

  test('recovers accounts by verified e-mail only', () => {
    expect(pool['AccountRecoverySetting']).toEqual({ RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] });
  });

  test('has the password policy of the stage', () => {
    const policy = {
      MinimumLength: 8,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      PasswordHistorySize: 0,
      TemporaryPasswordValidityDays: 7,
    };
    expect(pool['Policies'].PasswordPolicy).toEqual(policy);
    expect(only(prod, 'AWS::Cognito::UserPool').Properties['Policies'].PasswordPolicy).toEqual({ ...policy, MinimumLength: 12 });
  });

  test('offers TOTP as second factor to those who want it', () => {
    expect(pool['MfaConfiguration']).toBe('OPTIONAL');
    expect(pool['EnabledMfas']).toEqual(['SOFTWARE_TOKEN_MFA']);
  });

  test('needs no SMS role, no SES and no domain', () => {
    expect(pool['SmsConfiguration']).toBeUndefined();
    expect(pool['EmailConfiguration']).toBeUndefined();
    expect(Object.values(dev.Resources).map(({ Type }) => Type)).not.toContain('AWS::Cognito::UserPoolDomain');
  });

  test('goes with the stack in dev', () => {
    expect(only(dev, 'AWS::Cognito::UserPool')).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    expect(pool['DeletionProtection']).toBe('INACTIVE');
  });

  test('outlives the stack in prod, and is protected', () => {
    const resource = only(prod, 'AWS::Cognito::UserPool');
    expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(resource.Properties['DeletionProtection']).toBe('ACTIVE');
  });

  test('closes self-service when no stage form takes a password', () => {
    const settings = stageSettings({ stage: 'dev' });
    const closed = templateOf({ ...settings, signUp: { ...settings.signUp, modes: ['INVITATION'] } });
    expect(pool['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: false });
    expect(only(closed, 'AWS::Cognito::UserPool').Properties['AdminCreateUserConfig']).toEqual({
      AllowAdminCreateUserOnly: true,
    });
  });

  test('requires the attributes of the stage', () => {
    expect(pool['Schema']).toBeUndefined();
    expect(only(prod, 'AWS::Cognito::UserPool').Properties['Schema']).toEqual([{ Name: 'email', Required: true, Mutable: true }]);
  });

  test('remembers devices as the stage says', () => {
    const settings = stageSettings({ stage: 'dev' });
    const of = (rememberDevices: 'ON_REQUEST' | 'ALWAYS') =>
      only(templateOf({ ...settings, signIn: { ...settings.signIn, rememberDevices } }), 'AWS::Cognito::UserPool').Properties[
        'DeviceConfiguration'
      ];
    expect(pool['DeviceConfiguration']).toBeUndefined();
    expect(of('ON_REQUEST')).toEqual({ ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true });
    expect(of('ALWAYS')).toEqual({ ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false });
  });

  test('counts a passkey as both factors where MFA is required', () => {
    const settings = stageSettings({ stage: 'dev' });
    const strict = templateOf({
      ...settings,
      mfa: { ...settings.mfa, mode: 'ON' },
      signIn: {
        ...settings.signIn,
        firstFactors: ['PASSWORD', 'WEB_AUTHN'],
        passkeys: { relyingParty: 'login.example.com', userVerification: 'required' },
      },
    });
    expect(only(strict, 'AWS::Cognito::UserPool').Properties).toMatchObject({
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      WebAuthnRelyingPartyID: 'login.example.com',
      WebAuthnUserVerification: 'required',
    });
  });
});

describe('the app client', () => {
  test('does not tell who exists', () => {
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

describe('the assembly for the laptop', () => {
  test('differs from the deployed one in passkeys for localhost, and in nothing else', () => {
    const local = stageTemplate({ stage: 'dev', local: true });
    const localPool = only(local, 'AWS::Cognito::UserPool').Properties;
    expect(localPool).toMatchObject({ WebAuthnRelyingPartyID: 'localhost', WebAuthnUserVerification: 'preferred' });
    expect(localPool['Policies'].SignInPolicy.AllowedFirstAuthFactors).toEqual(['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']);

    const withoutPasskeys = JSON.stringify(local)
      .replaceAll(/,?\\?"WEB_AUTHN\\?"/g, '')
      .replace(',"WebAuthnRelyingPartyID":"localhost","WebAuthnUserVerification":"preferred"', '');
    expect(JSON.parse(withoutPasskeys)).toEqual(dev);
  });

  test('leaves a stage that names a relying party of its own as it is', () => {
    const stages = {
      own: {
        naming: { stackName: 'Own' },
        signIn: {
          flows: ['USER_AUTH'],
          firstFactors: ['PASSWORD', 'WEB_AUTHN'],
          passkeys: { relyingParty: 'login.example.com' },
        },
      },
    } satisfies Record<string, SettingsInput>;
    expect(stageSettings({ stage: 'own', local: true }, stages)).toEqual(stageSettings({ stage: 'own' }, stages));
  });
});
