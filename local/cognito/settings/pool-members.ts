import { boolean, type Input, integer, list, oneOf, required, string, structure, unimplemented } from '../wire/members.ts';
import { lambdaConfig } from './lambda-config.ts';
import { schemaInput } from './schema-attributes.ts';
import { tags } from './tags.ts';

const emailMessage = string({ min: 6, max: 20_000 });
const linkMessage = string({
  min: 6,
  max: 20_000,
  pattern: '[\\s\\S]*\\{##[\\s\\S]*##\\}[\\s\\S]*',
  matches: /\{##[^#{}]+##\}/u,
});
const emailSubject = string({ min: 1, max: 140 });
const smsMessage = string({ min: 6, max: 140, pattern: '[\\s\\S]*\\{####\\}[\\s\\S]*' });
const arn = string({ min: 20, max: 2048 });
const contact = oneOf('email', 'phone_number');

const passwordPolicy = structure({
  MinimumLength: integer(6, 99),
  RequireUppercase: boolean,
  RequireLowercase: boolean,
  RequireNumbers: boolean,
  RequireSymbols: boolean,
  PasswordHistorySize: integer(0, 24),
  TemporaryPasswordValidityDays: integer(0, 365),
});

export const poolMembers = {
  PoolName: required(string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' })),
  Policies: structure({
    PasswordPolicy: passwordPolicy,
    SignInPolicy: structure({
      AllowedFirstAuthFactors: list(oneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN'), 5),
    }),
  }),
  DeletionProtection: oneOf('ACTIVE', 'INACTIVE'),
  LambdaConfig: lambdaConfig,
  AutoVerifiedAttributes: list(contact),
  AliasAttributes: list(oneOf('email', 'phone_number', 'preferred_username')),
  UsernameAttributes: list(contact),
  UsernameConfiguration: structure({ CaseSensitive: required(boolean) }),
  SmsVerificationMessage: smsMessage,
  SmsAuthenticationMessage: smsMessage,
  EmailVerificationMessage: emailMessage,
  EmailVerificationSubject: emailSubject,
  VerificationMessageTemplate: structure({
    SmsMessage: smsMessage,
    EmailMessage: emailMessage,
    EmailSubject: emailSubject,
    EmailMessageByLink: linkMessage,
    EmailSubjectByLink: emailSubject,
    DefaultEmailOption: oneOf('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'),
  }),
  MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
  UserAttributeUpdateSettings: structure({ AttributesRequireVerificationBeforeUpdate: list(contact) }),
  DeviceConfiguration: structure({ ChallengeRequiredOnNewDevice: boolean, DeviceOnlyRememberedOnUserPrompt: boolean }),
  EmailConfiguration: structure({
    SourceArn: arn,
    ReplyToEmailAddress: string(),
    EmailSendingAccount: oneOf('COGNITO_DEFAULT', 'DEVELOPER'),
    From: string(),
    ConfigurationSet: string(),
  }),
  SmsConfiguration: structure({
    SnsCallerArn: required(arn),
    ExternalId: string(),
    SnsRegion: string(),
    EumsSms: unimplemented('SmsConfiguration.EumsSms'),
  }),
  UserPoolTags: tags,
  AdminCreateUserConfig: structure({
    AllowAdminCreateUserOnly: boolean,
    UnusedAccountValidityDays: integer(0, 365),
    InviteMessageTemplate: structure({ SMSMessage: smsMessage, EmailMessage: emailMessage, EmailSubject: emailSubject }),
  }),
  Schema: schemaInput,
  UserPoolAddOns: structure({
    AdvancedSecurityMode: required(oneOf('OFF', 'AUDIT', 'ENFORCED')),
    AdvancedSecurityAdditionalFlows: unimplemented('UserPoolAddOns.AdvancedSecurityAdditionalFlows'),
  }),
  AccountRecoverySetting: structure({
    RecoveryMechanisms: list(
      structure({
        Priority: required(integer(1, 2)),
        Name: required(oneOf('verified_email', 'verified_phone_number', 'admin_only')),
      }),
    ),
  }),
  UserPoolTier: oneOf('LITE', 'ESSENTIALS', 'PLUS'),
  AcrConfiguration: unimplemented('AcrConfiguration'),
  DcrConfiguration: unimplemented('DcrConfiguration'),
  IssuerConfiguration: unimplemented('IssuerConfiguration'),
  KeyConfiguration: unimplemented('KeyConfiguration'),
};

/** The input of CreateUserPool. */
export const createUserPoolInput = structure(poolMembers);
type CreateUserPoolInput = Input<typeof poolMembers>;

/** What the template has in addition to CreateUserPool; AWS applies it with SetUserPoolMfaConfig. */
export const mfaMembers = {
  EnabledMfas: list(oneOf('SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP')),
  EmailAuthenticationMessage: emailMessage,
  EmailAuthenticationSubject: emailSubject,
  WebAuthnRelyingPartyID: string({ min: 1, max: 127 }),
  WebAuthnUserVerification: oneOf('required', 'preferred'),
  WebAuthnFactorConfiguration: oneOf('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'),
};

/** The input for a pool, from the wire or from the template. */
export type GivenPool = CreateUserPoolInput & Input<typeof mfaMembers>;
