import { CognitoError, invalidParameter } from '../wire/errors.ts';
import { checkMfa } from './mfa-rules.ts';
import type { GivenPool } from './pool-members.ts';
import { fullSchema } from './schema-attributes.ts';
import { checkTags } from './tags.ts';

/** A pool's settings, including the service's defaults: the one model for templates and the wire. */
export type PoolSettings = ReturnType<typeof poolSettings>;

/** Throws InvalidParameterException for combinations that Cognito refuses. */
export function poolSettings(given: GivenPool) {
  const { PoolName, Policies, Schema, AdminCreateUserConfig, ...rest } = given;
  const settings = {
    ...rest,
    Name: PoolName,
    Policies: {
      // A rule that the policy does not mention is enabled, as in the service's own policy.
      PasswordPolicy: {
        MinimumLength: 8,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        ...Policies?.PasswordPolicy,
        // 0 means the default of 7. The policy's value overrides the older UnusedAccountValidityDays.
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
  checkTags(settings.UserPoolTags ?? {});
  return settings;
}

const incompatible: readonly (readonly [(given: GivenPool) => unknown, Error])[] = [
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
