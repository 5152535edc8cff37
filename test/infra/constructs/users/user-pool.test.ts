import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import type { Settings, SettingsInput } from '../../../../infra/settings/stage.ts';
import { stageSettings } from '../../../../infra/stage-settings.ts';
import { only } from '../../../../infra/template/template.ts';
import { type PoolStage, poolSettings, poolTemplate } from '../../../support/infra/pool-stages.ts';
import { stageTemplate, templateOf } from '../../../support/infra/stack.ts';

const dev = stageTemplate({ stage: 'dev' });
const prod = stageTemplate({ stage: 'prod' });
const pool = only(dev, 'AWS::Cognito::UserPool').Properties;

const poolOf = (stage: PoolStage) => only(poolTemplate(poolSettings(stage)), 'AWS::Cognito::UserPool').Properties;
const clientOf = (stage: PoolStage) => only(poolTemplate(poolSettings(stage)), 'AWS::Cognito::UserPoolClient').Properties;

describe('the user pool', () => {
  test('is of the Essentials plan, written out', () => {
    expect(pool['UserPoolTier']).toBe('ESSENTIALS');
  });

  test('accepts user names and verified e-mail addresses, in upper or lower case', () => {
    expect(pool['AliasAttributes']).toEqual(['email']);
    expect(pool['UsernameAttributes']).toBeUndefined();
    expect(pool['UsernameConfiguration']).toEqual({ CaseSensitive: false });
  });

  test('verifies an e-mail address before it takes effect, also a changed one', () => {
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

  test('is deleted with the stack in dev', () => {
    expect(only(dev, 'AWS::Cognito::UserPool')).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    expect(pool['DeletionProtection']).toBe('INACTIVE');
  });

  test('outlives the stack and is protected, unless the stage says otherwise', () => {
    const resource = only(templateOf(parseSettings({ naming: { stackName: 'Shop' } })), 'AWS::Cognito::UserPool');
    expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(resource.Properties['DeletionProtection']).toBe('ACTIVE');
  });

  test('closes self-service if no form of the stage takes a password', () => {
    const settings = stageSettings({ stage: 'dev' });
    const closed = templateOf({ ...settings, signUp: { ...settings.signUp, modes: ['INVITATION'] } });
    expect(pool['AdminCreateUserConfig']).toMatchObject({ AllowAdminCreateUserOnly: false });
    expect(only(closed, 'AWS::Cognito::UserPool').Properties['AdminCreateUserConfig']).toMatchObject({
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

  test('counts a passkey as both factors if MFA is required', () => {
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

describe('the names that users sign in by', () => {
  const signedInBy = (stage: PoolStage) => {
    const { AliasAttributes, UsernameAttributes, AutoVerifiedAttributes, UserAttributeUpdateSettings, UsernameConfiguration } =
      poolOf(stage);
    expect(UserAttributeUpdateSettings).toEqual({ AttributesRequireVerificationBeforeUpdate: AutoVerifiedAttributes });
    return {
      aliases: AliasAttributes,
      names: UsernameAttributes,
      verified: AutoVerifiedAttributes,
      case: UsernameConfiguration.CaseSensitive,
    };
  };

  test.each<[PoolStage, object]>([
    ['user names alone', { aliases: undefined, names: undefined, verified: ['email'], case: true }],
    ['addresses alone', { aliases: undefined, names: ['email'], verified: ['email'], case: false }],
    ['numbers alone', { aliases: undefined, names: ['phone_number'], verified: ['email', 'phone_number'], case: false }],
    [
      'addresses and numbers',
      { aliases: undefined, names: ['email', 'phone_number'], verified: ['email', 'phone_number'], case: false },
    ],
    [
      'every kind of name',
      { aliases: ['email', 'phone_number'], names: undefined, verified: ['email', 'phone_number'], case: false },
    ],
  ])('%s', (stage, expected) => expect(signedInBy(stage)).toEqual(expected));
});

describe('how accounts are recovered', () => {
  test.each<[Settings['signIn']['recovery'], string[]]>([
    [['EMAIL'], ['verified_email']],
    [['PHONE_NUMBER'], ['verified_phone_number']],
    [
      ['EMAIL', 'PHONE_NUMBER'],
      ['verified_email', 'verified_phone_number'],
    ],
    [
      ['PHONE_NUMBER', 'EMAIL'],
      ['verified_phone_number', 'verified_email'],
    ],
    [[], ['admin_only']],
  ])('%j, in that order', (recovery, names) => {
    const settings = stageSettings({ stage: 'dev' });
    const template = templateOf({ ...settings, signIn: { ...settings.signIn, recovery } });
    expect(only(template, 'AWS::Cognito::UserPool').Properties['AccountRecoverySetting']).toEqual({
      RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
    });
  });
});

describe('the plan', () => {
  test('may have the plan Lite, without settings for features that Lite lacks', () => {
    const lite = poolOf('the Lite plan');
    expect(lite['UserPoolTier']).toBe('LITE');
    expect(lite['Policies']).not.toHaveProperty('SignInPolicy');
    expect(lite['Policies'].PasswordPolicy).not.toHaveProperty('PasswordHistorySize');
  });

  test.each(['AUDIT', 'ENFORCED'] as const)('is Plus for threat protection, which may be %s', (mode) => {
    const stage = mode === 'AUDIT' ? 'threat protection that looks' : 'threat protection that acts';
    expect(poolOf(stage)).toMatchObject({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: mode } });
    expect(clientOf(stage)).toMatchObject({ GenerateSecret: true, EnablePropagateAdditionalUserContextData: true });
    expect(pool).not.toHaveProperty('UserPoolAddOns');
  });
});

describe('the assembly for the laptop', () => {
  test('differs from the deployed one in passkeys for localhost and any model for gpt, and in nothing else', () => {
    const local = stageTemplate({ stage: 'dev', local: true });
    const localPool = only(local, 'AWS::Cognito::UserPool').Properties;
    expect(localPool).toMatchObject({ WebAuthnRelyingPartyID: 'localhost', WebAuthnUserVerification: 'preferred' });
    expect(localPool['Policies'].SignInPolicy.AllowedFirstAuthFactors).toEqual(['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']);

    const without = JSON.stringify(local)
      .replaceAll(/,?\\?"WEB_AUTHN\\?"/g, '')
      .replace('"GPT_MODELS":"*"', '"GPT_MODELS":""')
      .replace(',"WebAuthnRelyingPartyID":"localhost","WebAuthnUserVerification":"preferred"', '');
    expect(JSON.parse(without)).toEqual(dev);
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
    const { gpt: _, ...there } = stageSettings({ stage: 'own' }, stages);
    expect(stageSettings({ stage: 'own', local: true }, stages)).toMatchObject(there);
  });
});
