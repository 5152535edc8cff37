import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import { named, only, resources } from '../../../../infra/template/template.ts';
import { type PoolStage, poolSettings, poolTemplate } from '../../../support/infra/pool-stages.ts';
import { stageTemplate, templateOf } from '../../../support/infra/stack.ts';

const dev = stageTemplate({ stage: 'dev' });
const pool = only(dev, 'AWS::Cognito::UserPool').Properties;
const poolOf = (stage: PoolStage) => only(poolTemplate(poolSettings(stage)), 'AWS::Cognito::UserPool').Properties;

describe('text messages', () => {
  test('are sent with a role that is created and deleted with the pool', () => {
    const template = poolTemplate(poolSettings('every kind of name'));
    const { DeletionPolicy, UpdateReplacePolicy } = only(template, 'AWS::Cognito::UserPool');
    const role = named(template, 'AWS::IAM::Role', 'AuthUsersPoolsmsRole');
    expect(role).toMatchObject({ DeletionPolicy, UpdateReplacePolicy });
    expect(named(poolTemplate(poolSettings('numbers alone')), 'AWS::IAM::Role', 'AuthUsersPoolsmsRole').DeletionPolicy).toBe(
      'Delete',
    );
    const sms = only(template, 'AWS::Cognito::UserPool').Properties['SmsConfiguration'];
    expect(sms).toEqual({
      SnsCallerArn: { 'Fn::GetAtt': [expect.stringMatching(/^AuthUsersPoolsmsRole/), 'Arn'] },
      ExternalId: role.Properties['AssumeRolePolicyDocument'].Statement[0].Condition.StringEquals['sts:ExternalId'],
    });
  });

  test('are sent with an existing role, from another Region', () => {
    const template = poolTemplate(poolSettings('text messages by a role that is there'));
    expect(only(template, 'AWS::Cognito::UserPool').Properties['SmsConfiguration']).toEqual({
      SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
      ExternalId: 'cognito-1',
      SnsRegion: 'ap-northeast-1',
    });
    expect(resources(template, 'AWS::IAM::Role').filter(([id]) => /sms/i.test(id))).toEqual([]);
  });

  test('have no words for a sign-in where none is sent at one', () => {
    const settings = parseSettings({ naming: { stackName: 'Test' }, mfa: { mode: 'OFF', types: [] }, messages: { sms: {} } });
    const { SmsConfiguration, SmsAuthenticationMessage } = only(templateOf(settings), 'AWS::Cognito::UserPool').Properties;
    expect(SmsConfiguration).toBeDefined();
    expect(SmsAuthenticationMessage).toBeUndefined();
  });

  test('may be a second factor, and a first', () => {
    expect(poolOf('every kind of name')).toMatchObject({
      EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
      SmsAuthenticationMessage: 'Your sign-in code is {####}.',
    });
    expect(poolOf('a code by text message first')).toMatchObject({
      MfaConfiguration: 'OFF',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] } },
      SmsAuthenticationMessage: 'Your sign-in code is {####}.',
    });
    expect(pool).not.toHaveProperty('SmsAuthenticationMessage');
  });
});

describe('mail', () => {
  const identity = (name: string) => ({
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ses:eu-west-1:', { Ref: 'AWS::AccountId' }, `:identity/${name}`]],
  });

  test('is sent by SES, as the identity of a domain that the sender is of', () => {
    expect(poolOf('mail by SES')['EmailConfiguration']).toEqual({
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: identity('example.com'),
      // A header contains only ASCII: RFC 2047.
      From: `=?UTF-8?B?${Buffer.from('Größe & Co.').toString('base64')}?= <login@mail.example.com>`,
      ReplyToEmailAddress: 'help@example.com',
      ConfigurationSet: 'mail',
    });
  });

  test('is sent by SES, as the identity of an address', () => {
    expect(poolOf('mail by the identity of an address')['EmailConfiguration']).toEqual({
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: identity('login@mail.example.com'),
      From: 'login@mail.example.com',
    });
  });

  test('finds the identity in the Region of the stack, where none is named', () => {
    const settings = parseSettings({
      naming: { stackName: 'Test', region: 'eu-central-1' },
      messages: { ses: { from: 'a@example.com', verifiedDomain: 'example.com' } },
    });
    expect(JSON.stringify(only(templateOf(settings), 'AWS::Cognito::UserPool').Properties['EmailConfiguration'])).toContain(
      ':ses:eu-central-1:',
    );
  });

  test('has words for a sign-in only where it is a second factor', () => {
    expect(poolOf('mail by SES')).toMatchObject({
      EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      EmailAuthenticationSubject: 'Your sign-in code',
      EmailAuthenticationMessage: 'Your sign-in code is {####}.',
    });
    expect(poolOf('mail by the identity of an address')).not.toHaveProperty('EmailAuthenticationMessage');
    expect(poolOf('mail by the identity of an address')).not.toHaveProperty('EmailAuthenticationSubject');
  });

  test('that confirms holds a code or a link, and never words for both', () => {
    expect(pool['VerificationMessageTemplate']).toEqual({
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      EmailSubject: 'Your verification code',
      EmailMessage: 'Your verification code is {####}.',
      SmsMessage: 'Your verification code is {####}.',
    });
    const byLink = poolOf('links in place of codes');
    expect(byLink['VerificationMessageTemplate']).toEqual({
      DefaultEmailOption: 'CONFIRM_WITH_LINK',
      EmailSubjectByLink: 'Confirm',
      EmailMessageByLink: 'Click {##here##}.',
      SmsMessage: 'Your verification code is {####}.',
    });
    expect(byLink).not.toHaveProperty('EmailVerificationMessage');
  });

  test('that invites has the words of the stage', () => {
    const text = 'Your user name is {username} and your temporary password is {####}';
    expect(pool['AdminCreateUserConfig'].InviteMessageTemplate).toEqual({
      EmailSubject: 'Your temporary password',
      EmailMessage: text,
      SMSMessage: text,
    });
  });
});
