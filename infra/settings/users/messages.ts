import { z } from 'zod';
import { arn, domainPrefix, emailAddress, region } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';
import { notices, translatedNotices } from './notices.ts';

/** Lengths and required placeholders are those of API_VerificationMessageTemplateType and API_MessageTemplateType. */
const subject = z.string().min(1).max(140);
const body = (placeholder: RegExp, hold: string) => z.string().min(6).max(20_000).regex(placeholder, hold);
const sms = (placeholder: RegExp, hold: string) => z.string().min(6).max(140).regex(placeholder, hold);

const codeOrLink = [/\{####\}|\{##[^#{}]+##\}/, 'contain {####} for the code, or {##words of a link##} for a link'] as const;
const code = [/\{####\}/, 'contain {####} for the code'] as const;
const invited = [
  /(?=[\s\S]*\{username\})(?=[\s\S]*\{####\})/,
  'contain {username} and {####} for the user name and the temporary password',
] as const;

const template = 'AWS::Cognito::UserPool.VerificationMessageTemplate';
const invite = 'AWS::Cognito::UserPool.AdminCreateUserConfig.InviteMessageTemplate';
const pool = 'AWS::Cognito::UserPool';

const verification = z.strictObject({
  subject: setting(subject.default('Your verification code'), {
    is: 'Subject of the mail that verifies an address.',
    becomes: `\`${template}.EmailSubject\``,
  }),
  email: setting(body(...codeOrLink).default('Your verification code is {####}.'), {
    is: 'Body of that mail, as HTML. `{####}` is the code; if `messages.verifyBy` is LINK, `{##words##}` is the link.',
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
    is: 'Body of the invitation, as HTML.',
    becomes: `\`${invite}.EmailMessage\``,
  }),
  sms: setting(sms(...invited).default('Your user name is {username} and your temporary password is {####}'), {
    is: 'The same as a text message.',
    becomes: `\`${invite}.SMSMessage\``,
  }),
});

const signIn = z.strictObject({
  subject: setting(subject.default('Your sign-in code'), {
    is: 'Subject of the mail with a sign-in code, as a first or second factor.',
    becomes: `\`${pool}.EmailAuthenticationSubject\``,
  }),
  email: setting(body(...code).default('Your sign-in code is {####}.'), {
    is:
      'Body of that mail, as HTML. Cognito uses it if EMAIL_OTP is in `mfa.types`. If the code is only a first ' +
      'factor, `messages.ses` is required.',
    becomes: `\`${pool}.EmailAuthenticationMessage\``,
  }),
  sms: setting(sms(...code).default('Your sign-in code is {####}.'), {
    is: 'The same as a text message, used if SMS_MFA is in `mfa.types` or SMS_OTP in `signIn.firstFactors`.',
    becomes: `\`${pool}.SmsAuthenticationMessage\``,
  }),
});

/** Cognito has no text of its own for this: it sends the verification text unless a trigger supplies another. */
const reset = z.strictObject({ subject, email: body(...code), sms: sms(...code) });

const byTrigger = '`AWS::Cognito::UserPool.LambdaConfig.CustomMessage`';

const texts = z.strictObject({
  verification: verification.prefault({}),
  invitation: invitation.prefault({}),
  signIn: signIn.prefault({}),
  reset: setting(reset.nullable().default(null), {
    is:
      'Text for a forgotten password: `{ subject, email, sms }`. If this is null, Cognito sends the verification ' +
      'text. Requires `messages.ses`.',
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
    is:
      'The sender. Before you deploy, its address or domain must be a verified identity in SES, and the account ' +
      'must be out of the SES sandbox.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration.From`',
    laptop: 'On a laptop, all mail goes to the inbox.',
  }),
  fromName: setting(
    z
      .stringFormat('name of 1 to 64 characters, without < > " and line breaks', /^[^<>"\p{C}]{1,64}$/u)
      .nullable()
      .default(null),
    {
      is: "The sender's name.",
      becomes: '`AWS::Cognito::UserPool.EmailConfiguration.From`',
      laptop: 'On a laptop, all mail goes to the inbox.',
    },
  ),
  replyTo: setting(emailAddress.nullable().default(null), {
    is: 'The address for replies; null means the sender.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration.ReplyToEmailAddress`',
    laptop: 'On a laptop, all mail goes to the inbox.',
  }),
  region: setting(region.nullable().default(null), {
    is:
      'Region of the identity. Null means the Region of the stack, which `naming.region` must then name. Pools in ' +
      'most older Regions may also send from us-east-1, us-west-2 or eu-west-1; all others only from their own ' +
      'Region.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration.SourceArn`',
    laptop: 'On a laptop, all mail goes to the inbox.',
  }),
  verifiedDomain: setting(
    z
      .stringFormat('domain name in lower case', /^([a-z0-9-]+\.)+[a-z]{2,}$/)
      .nullable()
      .default(null),
    {
      is: 'The domain, if the verified identity is a whole domain; null if the identity is the address itself.',
      becomes: '`AWS::Cognito::UserPool.EmailConfiguration.SourceArn`',
      laptop: 'On a laptop, all mail goes to the inbox.',
    },
  ),
  configurationSet: setting(
    z
      .stringFormat('name of 1 to 64 letters, digits, - and _', /^[\w-]{1,64}$/)
      .nullable()
      .default(null),
    {
      is: 'Configuration set of SES; null for none.',
      becomes: '`AWS::Cognito::UserPool.EmailConfiguration.ConfigurationSet`',
      laptop: 'On a laptop, all mail goes to the inbox.',
    },
  ),
});

const smsSender = z.strictObject({
  region: setting(region.nullable().default(null), {
    is:
      'Region whose SNS sends the text messages. Null leaves the choice to Cognito: the Region of the stack, or ' +
      'another one for some older Regions (eu-west-1 for Frankfurt and London; ' +
      'us-east-1 for Ohio and Canada; ap-southeast-1 for Mumbai). A pool in Seoul can send only from ap-northeast-1.',
    becomes: '`AWS::Cognito::UserPool.SmsConfiguration.SnsRegion`',
    laptop: 'On a laptop, all text messages go to the inbox.',
  }),
  role: setting(
    z
      .strictObject({
        arn: setting(z.stringFormat('ARN of an IAM role', /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/), {
          is: 'The ARN of the role. It must trust `cognito-idp.amazonaws.com` and allow `sns:Publish`.',
          becomes: '`AWS::Cognito::UserPool.SmsConfiguration.SnsCallerArn`',
          laptop: 'On a laptop, all text messages go to the inbox.',
        }),
        externalId: setting(z.string().min(2).max(131), {
          is: 'The `sts:ExternalId` in the trust policy of the role.',
          becomes: '`AWS::Cognito::UserPool.SmsConfiguration.ExternalId`',
          laptop: 'On a laptop, all text messages go to the inbox.',
        }),
      })
      .nullable()
      .default(null),
    {
      is: 'Your own role for sending text messages. If this is null, the stack creates one.',
      becomes: '`AWS::IAM::Role`',
      laptop: 'On a laptop, all text messages go to the inbox.',
    },
  ),
});

export const messages = z.strictObject({
  ses: setting(ses.nullable().default(null), {
    is: 'How mail is sent through SES. If this is null, Cognito sends it from its own address, at most 50 mails a day.',
    becomes: '`AWS::Cognito::UserPool.EmailConfiguration`',
  }),
  sms: setting(smsSender.nullable().default(null), {
    is: 'How text messages are sent through SNS; null for none. The account must be out of its SMS sandbox.',
    becomes: '`AWS::Cognito::UserPool.SmsConfiguration`',
  }),
  verifyBy: setting(z.enum(['CODE', 'LINK']).default('CODE'), {
    is:
      'What the message that confirms a new user contains: a code for `confirmSignUp`, or a link. LINK requires ' +
      '`messages.linkDomainPrefix`. Even with LINK, a forgotten password is set with a code, in the text of ' +
      '`messages.texts.reset` or of Cognito.',
    becomes: '`AWS::Cognito::UserPool.VerificationMessageTemplate.DefaultEmailOption`',
  }),
  linkDomainPrefix: setting(domainPrefix.nullable().default(null), {
    is:
      "Prefix of the pool's domain at Cognito, which serves only the links; null for no domain. It must be " +
      'unique worldwide, so include your company and the stage in it. With `federation` the links lead to its domain.',
    becomes: '`AWS::Cognito::UserPoolDomain.Domain`',
    laptop: "On a laptop, the links lead to the laptop's own user pool.",
  }),
  senderKeyArn: setting(arn('a KMS key', 'kms', 'key/[\\w-]+').nullable().default(null), {
    is:
      'The symmetric key that encrypts the codes for `triggers.customEmailSender` and `customSmsSender`. If this ' +
      'is null and there is such a trigger, the stack creates a key.',
    becomes: '`AWS::Cognito::UserPool.LambdaConfig.KMSKeyID`',
  }),
  texts: texts.prefault({}),
  notices,
  languages: setting(
    z.record(z.stringFormat('language tag such as de or de-AT', /^[a-z]{2}(-[A-Z]{2})?$/), translation).default({}),
    {
      is:
        'The same texts in other languages, by language tag: `{ de: { verification: { subject, email, sms } } ' +
        '}`. The language of a message is `clientMetadata.locale` of the call, ' +
        "otherwise the user's attribute `locale`, otherwise the language of `messages.texts`; de-AT falls back " +
        'to de. During a sign-in Cognito does not pass the metadata to the trigger, so ' +
        'the attribute alone decides. If a call may ask for the language of `messages.texts`, list it here too. ' +
        'Requires `messages.ses`.',
      becomes: byTrigger,
    },
  ),
});
