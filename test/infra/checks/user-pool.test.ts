import { describe, expect, test } from 'vitest';
import type { CheckName } from '../../../infra/checks/template-checks.ts';
import { named, only, type Resource, type Template } from '../../../infra/template/template.ts';
import { checkNames, problemsOf, userPoolCheckNames } from '../../support/infra/findings.ts';
import { type PoolStage, poolSettings, poolStageNames, poolTemplate } from '../../support/infra/pool-stages.ts';
import { stageTemplate } from '../../support/infra/stack.ts';

const made = new Map<PoolStage | 'dev', Template>();
/** A copy of its template, which is synthesised once. */
function templateOf(stage: PoolStage | 'dev'): Template {
  const template = made.get(stage) ?? (stage === 'dev' ? stageTemplate({ stage }) : poolTemplate(poolSettings(stage)));
  made.set(stage, template);
  return structuredClone(template);
}

describe.each(poolStageNames)('%s', (stage) => {
  test.each(checkNames)('%s', (check) => expect(problemsOf(check, templateOf(stage))).toEqual([]));
});

type Change = (template: Template) => unknown;
const pool =
  (change: (properties: Resource['Properties'], resource: Resource) => unknown): Change =>
  (template) => {
    const resource = only(template, 'AWS::Cognito::UserPool');
    return change(resource.Properties, resource);
  };
const client = (change: (properties: Resource['Properties']) => unknown): Change => {
  return (template) => change(only(template, 'AWS::Cognito::UserPoolClient').Properties);
};
const smsRole = (change: (role: Resource) => unknown): Change => {
  return (template) => change(named(template, 'AWS::IAM::Role', 'AuthUsersPoolsmsRole'));
};
const key = (change: (key: Resource) => unknown): Change => {
  return (template) => change(only(template, 'AWS::KMS::Key'));
};

/** For each check, changes of a stage's template that must fail it. */
const broken: [CheckName, string, Change, PoolStage?][] = [
  ['mfa', 'MFA is off, but has factors', pool((p) => Object.assign(p, { MfaConfiguration: 'OFF' }))],
  ['mfa', 'MFA is on, but has no factors', pool((p) => Object.assign(p, { EnabledMfas: [] }))],
  ['mfa', 'e-mail is the only second factor', pool((p) => Object.assign(p, { EnabledMfas: ['EMAIL_OTP'] }))],
  ['mfa', 'e-mail MFA without SES', pool((p) => p['EnabledMfas'].push('EMAIL_OTP'))],
  ['mfa', 'MFA is required, but a code is a first factor', pool((p) => Object.assign(p, { MfaConfiguration: 'ON' }))],
  ['mfa', 'there is no relying party', pool((p) => p['Policies'].SignInPolicy.AllowedFirstAuthFactors.push('WEB_AUTHN'))],
  ['mfa', 'an SMS factor without an SMS role', pool((p) => p['EnabledMfas'].push('SMS_MFA'))],
  [
    'addresses',
    'keeps the old value of an address that is never verified',
    pool((p) => Object.assign(p, { AutoVerifiedAttributes: [] })),
  ],
  ['plan', 'sets no plan', pool((p) => delete p['UserPoolTier'])],
  [
    'plan',
    'threat protection on a plan below Plus',
    pool((p) => Object.assign(p, { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })),
  ],
  ['exclusive', 'both kinds of alias', pool((p) => Object.assign(p, { UsernameAttributes: ['email'] }))],
  ['exclusive', 'does not set whether case matters', pool((p) => delete p['UsernameConfiguration'])],
  ['exclusive', 'schema contains a verified flag', pool((p) => Object.assign(p, { Schema: [{ Name: 'email_verified' }] }))],
  ['removal', 'protected against deletion but deleted', pool((p) => Object.assign(p, { DeletionProtection: 'ACTIVE' }))],
  ['client', 'lists no flows', client((c) => delete c['ExplicitAuthFlows'])],
  [
    'client',
    'rotates refresh tokens and allows the old flow',
    client((c) => Object.assign(c, { RefreshTokenRotation: { Feature: 'ENABLED' } })),
  ],
  ['client', 'may write a verified flag', client((c) => c['WriteAttributes'].push('email_verified'))],
  ['client', 'writes or reads an unknown attribute', client((c) => c['WriteAttributes'].push('shoe_size'))],
  ['client', 'lists no attributes', client((c) => delete c['WriteAttributes'])],
  ['client', 'reveals which users exist', client((c) => delete c['PreventUserExistenceErrors'])],
  ['client', 'A token is valid for longer than the limit', client((c) => Object.assign(c, { AccessTokenValidity: 1441 }))],
  [
    'client',
    'may not write a required attribute',
    pool((p) => Object.assign(p, { Schema: [{ Name: 'birthdate', Required: true, Mutable: true }] })),
  ],
  ['triggers', 'custom sign-in without the triggers', client((c) => c['ExplicitAuthFlows'].push('ALLOW_CUSTOM_AUTH'))],
  [
    'triggers',
    'a trigger that Cognito may not call',
    pool((p) => Object.assign(p, { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Nobody', 'Arn'] } } })),
  ],
  ['mfa', 'texts for a factor that is off', pool((p) => Object.assign(p, { EmailAuthenticationMessage: '{####}' }))],
  ['mfa', 'e-mail alone recovers', pool((p) => p['AccountRecoverySetting'].RecoveryMechanisms.pop()), 'mail by SES'],
  ['mfa', 'sends text messages but has no SMS MFA', pool((p) => p['EnabledMfas'].shift()), 'senders of its own'],
  ['mfa', 'no way to recover an account', pool((p) => delete p['AccountRecoverySetting'])],
  [
    'mfa',
    'their order is invalid',
    pool((p) => p['AccountRecoverySetting'].RecoveryMechanisms.reverse()),
    'a code by text message first',
  ],
  [
    'addresses',
    'sign in with an address that is never verified',
    pool((p) => delete p['AutoVerifiedAttributes']),
    'numbers alone',
  ],
  ['addresses', 'verifies phone numbers, but sends no text messages', pool((p) => delete p['SmsConfiguration']), 'numbers alone'],
  ['plan', 'Its plan is Plus although', pool((p) => Object.assign(p, { UserPoolTier: 'PLUS' }))],
  ['plan', 'features of Essentials on plan Lite', pool((p) => Object.assign(p, { UserPoolTier: 'LITE' }))],
  [
    'plan',
    'features of Essentials on plan Lite',
    pool((p) => Object.assign(p['Policies'].PasswordPolicy, { PasswordHistorySize: 0 })),
    'the Lite plan',
  ],
  [
    'exclusive',
    'a message with a code and one with a link',
    pool((p) => Object.assign(p['VerificationMessageTemplate'], { EmailMessageByLink: '' })),
  ],
  ['schema', 'an attribute twice', pool((p) => p['Schema'].push(p['Schema'][0])), 'attributes of its own'],
  ['schema', 'a standard name', pool((p) => Object.assign(p['Schema'][0], { Name: 'email' })), 'attributes of its own'],
  ['schema', 'more than 20', pool((p) => Object.assign(p['Schema'][0], { Name: 'a'.repeat(21) })), 'attributes of its own'],
  [
    'schema',
    'more than 50',
    pool((p) => Object.assign(p, { Schema: Array.from({ length: 51 }, (_, i) => ({ ...p['Schema'][0], Name: `a${i}` })) })),
    'attributes of its own',
  ],
  ['schema', 'does not set whether it can change', pool((p) => delete p['Schema'][0].Mutable), 'attributes of its own'],
  [
    'schema',
    'is not a string',
    pool((p) => Object.assign(p['Schema'][0].StringAttributeConstraints, { MaxLength: 8 })),
    'attributes of its own',
  ],
  [
    'schema',
    'is above its maximum',
    pool((p) => Object.assign(p['Schema'][0].StringAttributeConstraints, { MinLength: '9' })),
    'attributes of its own',
  ],
  ['sms', 'never sent', pool((p) => Object.assign(p, { SmsAuthenticationMessage: '{####}' }))],
  [
    'sms',
    'never sent',
    pool((p) =>
      Object.assign(p, { SmsAuthenticationMessage: '{####}', SmsConfiguration: { ExternalId: 'x', SnsCallerArn: 'x' } }),
    ),
  ],
  ['client', 'does not set the rotation', client((c) => delete c['RefreshTokenRotation'])],
  ['sms', 'without an external id', pool((p) => delete p['SmsConfiguration'].ExternalId), 'numbers alone'],
  ['sms', 'trusts another external id', pool((p) => Object.assign(p['SmsConfiguration'], { ExternalId: 'x' })), 'numbers alone'],
  [
    'sms',
    'does not trust Cognito',
    smsRole((role) => Object.assign(role.Properties['AssumeRolePolicyDocument'].Statement[0], { Principal: { AWS: '*' } })),
    'numbers alone',
  ],
  ['sms', 'may not publish', smsRole((role) => delete role.Properties['Policies']), 'numbers alone'],
  ['sms', 'while its role is deleted', smsRole((role) => delete role.DeletionPolicy), 'numbers alone'],
  ['mail', 'no sender for mail', pool((p) => delete p['EmailConfiguration'].From), 'mail by SES'],
  ['mail', 'but no identity', pool((p) => delete p['EmailConfiguration'].SourceArn), 'mail by SES'],
  [
    'mail',
    'no definite Region',
    pool((p) => p['EmailConfiguration'].SourceArn['Fn::Join'][1].push({ Ref: 'AWS::Region' })),
    'mail by SES',
  ],
  [
    'mail',
    'does not belong to the sender',
    pool((p) => Object.assign(p['EmailConfiguration'], { From: 'a@example.net' })),
    'mail by SES',
  ],
  [
    'mail',
    'outside ASCII',
    pool((p) => Object.assign(p['EmailConfiguration'], { From: 'Größe <a@example.com>' })),
    'mail by SES',
  ],
  [
    'client',
    'grace period that is out of range',
    client((c) => Object.assign(c['RefreshTokenRotation'], { RetryGracePeriodSeconds: 61 })),
    'rotating refresh tokens',
  ],
  ['client', 'without having a secret', client((c) => delete c['GenerateSecret']), 'threat protection that acts'],
  [
    'client',
    'address of the functions',
    client((c) => delete c['EnablePropagateAdditionalUserContextData']),
    'threat protection that acts',
  ],
  ['senders', 'a custom sender without a key', pool((p) => delete p['LambdaConfig'].KMSKeyID), 'senders of its own'],
  [
    'senders',
    'a key without a custom sender',
    pool((p) => ['CustomEmailSender', 'CustomSMSSender'].map((name) => delete p['LambdaConfig'][name])),
    'senders of its own',
  ],
  [
    'senders',
    'key for custom senders is not an ARN',
    pool((p) => Object.assign(p['LambdaConfig'], { KMSKeyID: '1111-2222' })),
    'senders of its own',
  ],
  [
    'senders',
    'may not decrypt',
    (template) =>
      delete template.Resources[
        Object.keys(template.Resources).find((id) => /^AuthTriggersCustomEmailSenderRoleDefaultPolicy/.test(id)) ?? ''
      ],
    'senders of its own',
  ],
  [
    'senders',
    'does not know the key',
    (template) => delete named(template, 'AWS::Lambda::Function', 'AuthTriggersCustomSmsSender').Properties['Environment'],
    'senders of its own',
  ],
  ['senders', 'never rotated', key(({ Properties }) => delete Properties['EnableKeyRotation']), 'senders of its own'],
  [
    'senders',
    'while its key is deleted',
    key((resource) => Object.assign(resource, { DeletionPolicy: 'Delete' })),
    'senders of its own',
  ],
];

describe('each check finds its mistake', () => {
  test.each(broken)('%s: %s', (check, problem, change, stage) => {
    const template = templateOf(stage ?? 'dev');
    change(template);
    expect(problemsOf(check, template).join('\n')).toContain(problem);
  });

  test('every case was tried', () => {
    expect(new Set(broken.map(([check]) => check))).toEqual(new Set(userPoolCheckNames));
  });
});

describe('the vocabulary', () => {
  test.each<[string, string, Change, PoolStage]>([
    [
      'Name',
      'verified_fax',
      pool((p) => Object.assign(p['AccountRecoverySetting'].RecoveryMechanisms[0], { Name: 'verified_fax' })),
      'mail by SES',
    ],
    [
      'AttributeDataType',
      'Text',
      pool((p) => Object.assign(p['Schema'][0], { AttributeDataType: 'Text' })),
      'attributes of its own',
    ],
    [
      'EmailSendingAccount',
      'SES',
      pool((p) => Object.assign(p['EmailConfiguration'], { EmailSendingAccount: 'SES' })),
      'mail by SES',
    ],
    [
      'AdvancedSecurityMode',
      'FULL',
      pool((p) => Object.assign(p['UserPoolAddOns'], { AdvancedSecurityMode: 'FULL' })),
      'threat protection that acts',
    ],
    [
      'LambdaVersion',
      'V2_0',
      pool((p) => Object.assign(p['LambdaConfig'].CustomEmailSender, { LambdaVersion: 'V2_0' })),
      'senders of its own',
    ],
    ['Feature', 'ON', client((c) => Object.assign(c['RefreshTokenRotation'], { Feature: 'ON' })), 'rotating refresh tokens'],
  ])('%s cannot be %s', (member, word, change, stage) => {
    const template = templateOf(stage);
    change(template);
    expect(problemsOf('vocabulary', template).join('\n')).toContain(`${member} cannot be ${word}`);
  });
});
