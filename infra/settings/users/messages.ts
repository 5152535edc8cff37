import { z } from 'zod';
import { arn, emailAddress, region } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';
import { notices, translatedNotices } from './notices.ts';

/**
 * API_VerificationMessageTemplateType, API_MessageTemplateType: lengths, and the placeholders that a text must hold.
 */
const subject = z.string().min(1).max(140);
const body = (placeholder: RegExp, hold: string) => z.string().min(6).max(20_000).regex(placeholder, hold);
const sms = (placeholder: RegExp, hold: string) => z.string().min(6).max(140).regex(placeholder, hold);

const codeOrLink = [/\{####\}|\{##[^#{}]+##\}/, 'hold {####}, where the code goes, or {##words of a link##}'] as const;
const code = [/\{####\}/, 'hold {####}, where the code goes'] as const;
const invited = [
  /(?=[\s\S]*\{username\})(?=[\s\S]*\{####\})/,
  'hold {username} and {####}, where the name and the temporary password go',
] as const;

const template = 'AWS::Cognito::UserPool.VerificationMessageTemplate';
const invite = 'AWS::Cognito::UserPool.AdminCreateUserConfig.InviteMessageTemplate';
const pool = 'AWS::Cognito::UserPool';

const verification = z.strictObject({
  subject: setting(subject.default('Your verification code'), {
    is: 'Subject of the mail that proves an address.',
    becomes: `\`${template}.EmailSubject\``,
  }),
  email: setting(body(...codeOrLink).default('Your verification code is {####}.'), {
    is: 'That mail, as HTML. `{####}` is the code; where `messages.verifyBy` is LINK, `{##words##}` is the link.',
    becomes: `\`${template}.EmailMessage\` or \`EmailMessageByLink\``,
  }),
  sms: setting(sms(...code).default('Your verification code is {####}.'), {
    is: 'The same as a text message.',
    becomes: `\`${template}.SmsMessage\``,
  }),
});

const invitation = z.strictObject({
  subject: setting(subject.default('Your temporary password'), {
    is: 'Subject of an invitation.',
    becomes: `\`${invite}.EmailSubject\``,
  }),
  email: setting(body(...invited).default('Your user name is {username} and your temporary password is {####}'), {
    is: 'The invitation, as HTML.',
    becomes: `\`${invite}.EmailMessage\``,
  }),
  sms: setting(sms(...invited).default('Your user name is {username} and your temporary password is {####}'), {
    is: 'The same as a text message.',
    becomes: `\`${invite}.SMSMessage\``,
  }),
});

const signIn = z.strictObject({
  subject: setting(subject.default('Your sign-in code'), {
    is: 'Subject of the mail with the code of a sign-in, be it a first or a second factor.',
    becomes: `\`${pool}.EmailAuthenticationSubject\``,
  }),
  email: setting(body(...code).default('Your sign-in code is {####}.'), {
    is: 'That mail, as HTML. Cognito takes it where EMAIL_OTP is among `mfa.types`; for a first factor alone it wants `messages.ses`.',
    becomes: `\`${pool}.EmailAuthenticationMessage\``,
  }),
  sms: setting(sms(...code).default('Your sign-in code is {####}.'), {
    is: 'The same as a text message, where SMS_MFA is among `mfa.types` or SMS_OTP among `signIn.firstFactors`.',
    becomes: `\`${pool}.SmsAuthenticationMessage\``,
  }),
});

/** Cognito has no such text: it sends the words of a verification, unless a trigger gives others. */
const reset = z.strictObject({ subject, email: body(...code), sms: sms(...code) });

const byTrigger = '`AWS::Cognito::UserPool.LambdaConfig.CustomMessage`';

const texts = z.strictObject({
  verification: verification.prefault({}),
  invitation: invitation.prefault({}),
  signIn: signIn.prefault({}),
  reset: setting(reset.nullable().default(null), {
    is: 'Words for a forgotten password: `{ subject, email, sms }`; if this is null, Cognito sends the words of a verification. Requires `messages.ses`.',
    becomes: byTrigger,
  }),
});

const translation = z.strictObject({
  verification: z.strictObject({ subject, email: body(...codeOrLink), sms: sms(...code) }).optional(),
  invitation: z.strictObject({ subject, email: body(...invited), sms: sms(...invited) }).optional(),
  signIn: z.strictObject({ subject, email: body(...code), sms: sms(...code) }).optional(),
  reset: reset.optional(),
  notices: translatedNotices.optional(),
});

const ses = z.strictObject({
  from: setting(emailAddress, {
    is: 'The sender. Before the deployment, its address or domain must be a verified identity in SES, and the account out of the SES sandbox.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration.From`',
    laptop: 'Mail goes to the inbox, whoever sends it.',
  }),
  fromName: setting(
    z
      .stringFormat('name of 1 to 64 characters, without < > " and line breaks', /^[^<>"\p{C}]{1,64}$/u)
      .nullable()
      .default(null),
    {
      is: "The sender's name.",
      becomes: '`AWS::Cognito::UserPool.EmailConfiguration.From`',
      laptop: 'Mail goes to the inbox, whoever sends it.',
    },
  ),
  replyTo: setting(emailAddress.nullable().default(null), {
    is: 'The address for replies; null for the sender.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration.ReplyToEmailAddress`',
    laptop: 'Mail goes to the inbox, whoever sends it.',
  }),
  region: setting(region.nullable().default(null), {
    is: 'Region of the identity; null for the Region of the stack, which `naming.region` must then name. Pools in most older Regions may also send by us-east-1, us-west-2 or eu-west-1; others by their own Region only.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration.SourceArn`',
    laptop: 'Mail goes to the inbox, whoever sends it.',
  }),
  verifiedDomain: setting(
    z
      .stringFormat('domain name in lower case', /^([a-z0-9-]+\.)+[a-z]{2,}$/)
      .nullable()
      .default(null),
    {
      is: 'The domain, if the verified identity is a whole domain; null if the identity is the address itself.',
      becomes: '`AWS::Cognito::UserPool.EmailConfiguration.SourceArn`',
      laptop: 'Mail goes to the inbox, whoever sends it.',
    },
  ),
  configurationSet: setting(
    z
      .stringFormat('name of 1 to 64 letters, digits, - and _', /^[\w-]{1,64}$/)
      .nullable()
      .default(null),
    {
      is: 'Configuration set of SES, or null.',
      becomes: '`AWS::Cognito::UserPool.EmailConfiguration.ConfigurationSet`',
      laptop: 'Mail goes to the inbox, whoever sends it.',
    },
  ),
});

const smsSender = z.strictObject({
  region: setting(region.nullable().default(null), {
    is:
      'Region whose SNS sends. Null leaves the choice to Cognito: the Region of the stack, or another for some older Regions (Frankfurt and London: eu-west-1; Ohio and Canada: ' +
      'us-east-1; Mumbai: ap-southeast-1). A pool in Seoul sends by ap-northeast-1 only.',
    becomes: '`AWS::Cognito::UserPool.SmsConfiguration.SnsRegion`',
    laptop: 'Text messages go to the inbox, whoever sends them.',
  }),
  role: setting(
    z
      .strictObject({
        arn: setting(z.stringFormat('ARN of an IAM role', /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/), {
          is: 'The ARN of the role. It must trust `cognito-idp.amazonaws.com` and allow `sns:Publish`.',
          becomes: '`AWS::Cognito::UserPool.SmsConfiguration.SnsCallerArn`',
          laptop: 'Text messages go to the inbox, whoever sends them.',
        }),
        externalId: setting(z.string().min(2).max(131), {
          is: 'The `sts:ExternalId` in the trust policy of the role.',
          becomes: '`AWS::Cognito::UserPool.SmsConfiguration.ExternalId`',
          laptop: 'Text messages go to the inbox, whoever sends them.',
        }),
      })
      .nullable()
      .default(null),
    {
      is: 'Your own role for sending; if this is null, the stack creates one.',
      becomes: '`AWS::IAM::Role`',
      laptop: 'Text messages go to the inbox, whoever sends them.',
    },
  ),
});

export const messages = z.strictObject({
  ses: setting(ses.nullable().default(null), {
    is: 'How mail is sent by SES. If this is null, Cognito sends it from its own address, at most 50 mails a day.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration`',
  }),
  sms: setting(smsSender.nullable().default(null), {
    is: 'How text messages are sent by SNS, or null for none. The account must be out of its SMS sandbox.',
    becomes: '`AWS::Cognito::UserPool.SmsConfiguration`',
  }),
  verifyBy: setting(z.enum(['CODE', 'LINK']).default('CODE'), {
    is: 'What the mail that confirms a new user holds: a code for `confirmSignUp`, or a link. LINK requires `messages.linkDomainPrefix`. With LINK a forgotten password is still set by a code, in the words of `messages.texts.reset` or of Cognito.',
    becomes: '`AWS::Cognito::UserPool.VerificationMessageTemplate.DefaultEmailOption`',
  }),
  linkDomainPrefix: setting(
    z
      .stringFormat(
        'domain prefix of 1 to 63 lower-case letters, digits and -, without the words aws, amazon and cognito',
        /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      )
      .nullable()
      .default(null),
    {
      is: "Prefix of the pool's domain at Cognito, which serves the links and nothing else; null for no domain. It must be unique in the world, so put your company and the stage into it.",
      becomes: '`AWS::Cognito::UserPoolDomain.Domain`',
      laptop: 'The links lead to the Cognito of the laptop.',
    },
  ),
  senderKeyArn: setting(arn('a KMS key', 'kms', 'key/[\\w-]+').nullable().default(null), {
    is: 'The symmetric key that encrypts the codes for `triggers.customEmailSender` and `customSmsSender`. If this is null, the stack creates one if it has such a trigger.',
    becomes: '`AWS::Cognito::UserPool.LambdaConfig.KMSKeyID`',
  }),
  texts: texts.prefault({}),
  notices,
  languages: setting(
    z.record(z.stringFormat('language tag such as de or de-AT', /^[a-z]{2}(-[A-Z]{2})?$/), translation).default({}),
    {
      is:
        'The same texts in other languages, by language tag: `{ de: { verification: { subject, email, sms } } }`. The language of a message is `clientMetadata.locale` of the call, ' +
        "else the user's attribute `locale`, else that of `messages.texts`; de-AT falls back to de. Cognito does not tell the trigger the metadata of a sign-in: its codes go by the " +
        'attribute alone. Name the language of `messages.texts` too where a call may ask for it. Wants `messages.ses`.',
      becomes: byTrigger,
    },
  ),
});
