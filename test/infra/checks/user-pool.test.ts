import { describe, expect, test } from 'vitest';
import type { CheckName } from '../../../infra/checks/template-checks.ts';
import { named, only, type Resource, type Template } from '../../../infra/template/template.ts';
import { checkNames, problemsOf, userPoolCheckNames } from '../../support/infra/findings.ts';
import { type PoolStage, poolSettings, poolStageNames, poolTemplate } from '../../support/infra/pool-stages.ts';
import { stageTemplate } from '../../support/infra/stack.ts';

const made = new Map<PoolStage | 'dev', Template>();
/** A copy of its template, which is made once. */
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

/** Each check must see a template of a stage that fails it. */
const broken: [CheckName, string, Change, PoolStage?][] = [
  ['mfa', 'MFA is off, yet has factors', pool((p) => Object.assign(p, { MfaConfiguration: 'OFF' }))],
  ['mfa', 'MFA is on, without factors', pool((p) => Object.assign(p, { EnabledMfas: [] }))],
  ['mfa', 'e-mail is the only second factor', pool((p) => Object.assign(p, { EnabledMfas: ['EMAIL_OTP'] }))],
  ['mfa', 'e-mail MFA without SES', pool((p) => p['EnabledMfas'].push('EMAIL_OTP'))],
  ['mfa', 'MFA is required, and a code is a first factor', pool((p) => Object.assign(p, { MfaConfiguration: 'ON' }))],
  ['mfa', 'a passkey has no relying party', pool((p) => p['Policies'].SignInPolicy.AllowedFirstAuthFactors.push('WEB_AUTHN'))],
  ['mfa', 'an SMS factor without an SMS role', pool((p) => p['EnabledMfas'].push('SMS_MFA'))],
  ['addresses', 'keeps an address that nobody verifies', pool((p) => Object.assign(p, { AutoVerifiedAttributes: [] }))],
  ['plan', 'names no plan', pool((p) => delete p['UserPoolTier'])],
  ['plan', 'threat protection below Plus', pool((p) => Object.assign(p, { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }))],
  ['exclusive', 'both kinds of alias', pool((p) => Object.assign(p, { UsernameAttributes: ['email'] }))],
  ['exclusive', 'says nothing about case', pool((p) => delete p['UsernameConfiguration'])],
  ['exclusive', 'a verified flag in the schema', pool((p) => Object.assign(p, { Schema: [{ Name: 'email_verified' }] }))],
  ['removal', 'protected, yet to be deleted', pool((p) => Object.assign(p, { DeletionProtection: 'ACTIVE' }))],
  ['client', 'lists no flows', client((c) => delete c['ExplicitAuthFlows'])],
  [
    'client',
    'rotates refresh tokens and allows the old flow',
    client((c) => Object.assign(c, { RefreshTokenRotation: { Feature: 'ENABLED' } })),
  ],
  ['client', 'writes a verified flag', client((c) => c['WriteAttributes'].push('email_verified'))],
  ['client', 'writes or reads an unknown attribute', client((c) => c['WriteAttributes'].push('shoe_size'))],
  ['client', 'lists no attributes', client((c) => delete c['WriteAttributes'])],
  ['client', 'tells who exists', client((c) => delete c['PreventUserExistenceErrors'])],
  ['client', 'has OAuth on', client((c) => Object.assign(c, { AllowedOAuthFlows: ['implicit'] }))],
  ['client', 'A token outlives its limit', client((c) => Object.assign(c, { AccessTokenValidity: 1441 }))],
  [
    'client',
    'cannot write a required attribute',
    pool((p) => Object.assign(p, { Schema: [{ Name: 'birthdate', Required: true, Mutable: true }] })),
  ],
  ['triggers', 'custom sign-in without its triggers', client((c) => c['ExplicitAuthFlows'].push('ALLOW_CUSTOM_AUTH'))],
  [
    'triggers',
    'a trigger that Cognito may not call',
    pool((p) => Object.assign(p, { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Nobody', 'Arn'] } } })),
  ],
  ['mfa', 'words for a factor that is off', pool((p) => Object.assign(p, { EmailAuthenticationMessage: '{####}' }))],
  ['mfa', 'e-mail alone recovers', pool((p) => p['AccountRecoverySetting'].RecoveryMechanisms.pop()), 'mail by SES'],
  ['mfa', 'text messages, and MFA does without them', pool((p) => p['EnabledMfas'].shift()), 'senders of its own'],
  ['mfa', 'in no way', pool((p) => delete p['AccountRecoverySetting'])],
  [
    'mfa',
    'in an impossible order',
    pool((p) => p['AccountRecoverySetting'].RecoveryMechanisms.reverse()),
    'a code by text message first',
  ],
  ['addresses', 'signs in by what nobody verifies', pool((p) => delete p['AutoVerifiedAttributes']), 'numbers alone'],
  ['addresses', 'verifies numbers without text messages', pool((p) => delete p['SmsConfiguration']), 'numbers alone'],
  ['plan', 'Plus for nothing', pool((p) => Object.assign(p, { UserPoolTier: 'PLUS' }))],
  ['plan', 'features of Essentials on Lite', pool((p) => Object.assign(p, { UserPoolTier: 'LITE' }))],
  [
    'plan',
    'features of Essentials on Lite',
    pool((p) => Object.assign(p['Policies'].PasswordPolicy, { PasswordHistorySize: 0 })),
    'the Lite plan',
  ],
  [
    'exclusive',
    'two styles of message',
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
  ['schema', 'says nothing about change', pool((p) => delete p['Schema'][0].Mutable), 'attributes of its own'],
  [
    'schema',
    'no text',
    pool((p) => Object.assign(p['Schema'][0].StringAttributeConstraints, { MaxLength: 8 })),
    'attributes of its own',
  ],
  [
    'schema',
    'nothing between',
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
  ['client', 'nothing about the rotation', client((c) => delete c['RefreshTokenRotation'])],
  ['sms', 'without an external id', pool((p) => delete p['SmsConfiguration'].ExternalId), 'numbers alone'],
  ['sms', 'trusts another id', pool((p) => Object.assign(p['SmsConfiguration'], { ExternalId: 'x' })), 'numbers alone'],
  [
    'sms',
    'trusts somebody else',
    smsRole((role) => Object.assign(role.Properties['AssumeRolePolicyDocument'].Statement[0], { Principal: { AWS: '*' } })),
    'numbers alone',
  ],
  ['sms', 'may not publish', smsRole((role) => delete role.Properties['Policies']), 'numbers alone'],
  ['sms', 'outlives its role', smsRole((role) => delete role.DeletionPolicy), 'numbers alone'],
  ['mail', 'mail from nobody', pool((p) => delete p['EmailConfiguration'].From), 'mail by SES'],
  ['mail', 'without an identity', pool((p) => delete p['EmailConfiguration'].SourceArn), 'mail by SES'],
  [
    'mail',
    'no certain Region',
    pool((p) => p['EmailConfiguration'].SourceArn['Fn::Join'][1].push({ Ref: 'AWS::Region' })),
    'mail by SES',
  ],
  ['mail', 'not the sender', pool((p) => Object.assign(p['EmailConfiguration'], { From: 'a@example.net' })), 'mail by SES'],
  [
    'mail',
    'outside ASCII',
    pool((p) => Object.assign(p['EmailConfiguration'], { From: 'Größe <a@example.com>' })),
    'mail by SES',
  ],
  [
    'client',
    'grace out of bounds',
    client((c) => Object.assign(c['RefreshTokenRotation'], { RetryGracePeriodSeconds: 61 })),
    'rotating refresh tokens',
  ],
  ['client', 'without a secret', client((c) => delete c['GenerateSecret']), 'threat protection that acts'],
  [
    'client',
    'address of the functions',
    client((c) => delete c['EnablePropagateAdditionalUserContextData']),
    'threat protection that acts',
  ],
  ['senders', 'a sender without a key', pool((p) => delete p['LambdaConfig'].KMSKeyID), 'senders of its own'],
  [
    'senders',
    'a key without a sender',
    pool((p) => ['CustomEmailSender', 'CustomSMSSender'].map((name) => delete p['LambdaConfig'][name])),
    'senders of its own',
  ],
  [
    'senders',
    'a key that is no ARN',
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
  ['senders', 'outlives its key', key((resource) => Object.assign(resource, { DeletionPolicy: 'Delete' })), 'senders of its own'],
];

describe('the checks see what they are for', () => {
  test.each(broken)('%s: %s', (check, problem, change, stage) => {
    const template = templateOf(stage ?? 'dev');
    change(template);
    expect(problemsOf(check, template).join('\n')).toContain(problem);
  });

  test('none is left untried', () => {
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
  ])('%s is never %s', (member, word, change, stage) => {
    const template = templateOf(stage);
    change(template);
    expect(problemsOf('vocabulary', template).join('\n')).toContain(`${member} is never ${word}`);
  });
});
