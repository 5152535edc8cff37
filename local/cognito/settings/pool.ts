import { CognitoError, invalidParameter, notImplemented } from '../errors.ts';
import { boolean, type Input, integer, list, map, oneOf, required, string, structure } from '../members.ts';
import { lambdaConfig } from './lambda-config.ts';
import { checkMfa } from './mfa-rules.ts';
import { fullSchema, schemaInput } from './schema-attributes.ts';

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
  SmsConfiguration: structure({ SnsCallerArn: required(arn), ExternalId: string(), SnsRegion: string() }),
  UserPoolTags: map(string()),
  AdminCreateUserConfig: structure({
    AllowAdminCreateUserOnly: boolean,
    UnusedAccountValidityDays: integer(0, 365),
    InviteMessageTemplate: structure({ SMSMessage: smsMessage, EmailMessage: emailMessage, EmailSubject: emailSubject }),
  }),
  Schema: schemaInput,
  UserPoolAddOns: structure({ AdvancedSecurityMode: required(oneOf('OFF', 'AUDIT', 'ENFORCED')) }),
  AccountRecoverySetting: structure({
    RecoveryMechanisms: list(
      structure({
        Priority: required(integer(1, 2)),
        Name: required(oneOf('verified_email', 'verified_phone_number', 'admin_only')),
      }),
    ),
  }),
  UserPoolTier: oneOf('LITE', 'ESSENTIALS', 'PLUS'),
};

/** What CreateUserPool takes. */
export const createUserPoolInput = structure(poolMembers);
export type CreateUserPoolInput = Input<typeof poolMembers>;

/** What the template says beyond CreateUserPool; AWS applies it with SetUserPoolMfaConfig. */
export const mfaMembers = {
  EnabledMfas: list(oneOf('SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP')),
  EmailAuthenticationMessage: emailMessage,
  EmailAuthenticationSubject: emailSubject,
  WebAuthnRelyingPartyID: string({ min: 1, max: 127 }),
  WebAuthnUserVerification: oneOf('required', 'preferred'),
  WebAuthnFactorConfiguration: oneOf('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'),
};

/** A pool's settings with the service's defaults in: the one model that templates and the wire both end in. */
export type PoolSettings = ReturnType<typeof poolSettings>;

/** Throws InvalidParameterException for what Cognito refuses together, NotImplementedException for what this user pool cannot do. */
export function poolSettings(given: CreateUserPoolInput & Input<typeof mfaMembers>) {
  const { PoolName, Policies, Schema, AdminCreateUserConfig, ...rest } = given;
  const settings = {
    ...rest,
    Name: PoolName,
    Policies: {
      // A rule that the policy does not name is on, as in the service's own policy.
      PasswordPolicy: {
        MinimumLength: 8,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        ...Policies?.PasswordPolicy,
        // 0 means the default of 7, and the policy's value supersedes the older UnusedAccountValidityDays.
        TemporaryPasswordValidityDays:
          Policies?.PasswordPolicy?.TemporaryPasswordValidityDays || AdminCreateUserConfig?.UnusedAccountValidityDays || 7,
      },
      SignInPolicy: { AllowedFirstAuthFactors: Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? (['PASSWORD'] as const) },
    },
    DeletionProtection: rest.DeletionProtection ?? 'INACTIVE',
    AutoVerifiedAttributes: rest.AutoVerifiedAttributes ?? [],
    AliasAttributes: rest.AliasAttributes ?? [],
    UsernameAttributes: rest.UsernameAttributes ?? [],
    UsernameConfiguration: rest.UsernameConfiguration ?? { CaseSensitive: true },
    MfaConfiguration: rest.MfaConfiguration ?? 'OFF',
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, ...AdminCreateUserConfig },
    SchemaAttributes: fullSchema(Schema ?? []),
    UserPoolTier: rest.UserPoolTier ?? 'ESSENTIALS',
  };
  for (const [broken, refusal] of incompatible) if (broken(given)) throw refusal;
  checkMfa(settings);
  return settings;
}

type Given = CreateUserPoolInput & Input<typeof mfaMembers>;

const incompatible: readonly (readonly [(given: Given) => unknown, Error])[] = [
  [
    ({ AliasAttributes, UsernameAttributes }) => AliasAttributes?.length && UsernameAttributes?.length,
    invalidParameter('Only one of aliasAttributes or usernameAttributes can be set in a user pool.'),
  ],
  [
    ({ Policies, AdminCreateUserConfig }) =>
      Policies?.PasswordPolicy?.TemporaryPasswordValidityDays && AdminCreateUserConfig?.UnusedAccountValidityDays,
    invalidParameter('Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays'),
  ],
  [
    ({ UserAttributeUpdateSettings, AutoVerifiedAttributes }) =>
      UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.some(
        (name) => !AutoVerifiedAttributes?.includes(name),
      ),
    invalidParameter('All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes'),
  ],
  [
    ({ Policies, UserPoolTier }) => UserPoolTier === 'LITE' && Policies?.PasswordPolicy?.PasswordHistorySize,
    new CognitoError(
      'FeatureUnavailableInTierException',
      'Password history is not available in the LITE tier of this user pool.',
    ),
  ],
  [
    ({ EmailConfiguration }) => EmailConfiguration?.EmailSendingAccount === 'DEVELOPER' && !EmailConfiguration.SourceArn,
    invalidParameter('SourceArn is required when EmailSendingAccount is DEVELOPER.'),
  ],
  [
    ({ UserPoolTier, UserPoolAddOns }) => (UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF' && UserPoolTier !== 'PLUS',
    new CognitoError(
      'FeatureUnavailableInTierException',
      'The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection',
    ),
  ],
  [({ LambdaConfig }) => LambdaConfig?.InboundFederation, notImplemented('LambdaConfig.InboundFederation')],
  [
    ({ LambdaConfig }) => (LambdaConfig?.CustomEmailSender ?? LambdaConfig?.CustomSMSSender) && !LambdaConfig?.KMSKeyID,
    invalidParameter('KMSKeyID is required for a custom email or SMS sender.'),
  ],
  [
    ({ LambdaConfig }) =>
      LambdaConfig?.PreTokenGeneration &&
      LambdaConfig.PreTokenGenerationConfig &&
      LambdaConfig.PreTokenGeneration !== LambdaConfig.PreTokenGenerationConfig.LambdaArn,
    invalidParameter('PreTokenGeneration and PreTokenGenerationConfig must name the same Lambda function.'),
  ],
  [
    ({ UserPoolTier, LambdaConfig }) =>
      UserPoolTier === 'LITE' && (LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0') !== 'V1_0',
    new CognitoError(
      'FeatureUnavailableInTierException',
      'Access token customization is not available in the LITE tier of this user pool.',
    ),
  ],
];
