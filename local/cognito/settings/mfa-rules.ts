import { CognitoError, invalidParameter } from '../wire/errors.ts';
import type { GivenPool } from './pool-members.ts';

type MfaSettings = Pick<
  GivenPool,
  | 'MfaConfiguration'
  | 'EnabledMfas'
  | 'SmsConfiguration'
  | 'EmailConfiguration'
  | 'AccountRecoverySetting'
  | 'UserPoolTier'
  | 'Policies'
>;

/**
 * Throws InvalidParameterException for MFA without a factor, or without what a factor requires, and
 * FeatureUnavailableInTierException for features of Essentials on Lite.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-without-factor
 */
export function checkMfa(settings: MfaSettings): void {
  for (const [isBroken, refusal] of rules) if (isBroken(settings)) throw refusal();
}

const rules: readonly (readonly [(settings: MfaSettings) => unknown, () => CognitoError])[] = [
  [
    ({ MfaConfiguration, EnabledMfas, SmsConfiguration }) =>
      MfaConfiguration !== 'OFF' && (EnabledMfas ? EnabledMfas.length === 0 : !SmsConfiguration),
    () => invalidParameter('SMS configuration and Auto verification for phone_number are required when MFA is required/optional'),
  ],
  [
    ({ EnabledMfas, SmsConfiguration }) => EnabledMfas?.includes('SMS_MFA') && !SmsConfiguration,
    () => invalidParameter('SMS MFA needs an SmsConfiguration.'),
  ],
  [
    (settings) => settings.UserPoolTier === 'LITE' && needsEssentials(settings),
    () => new CognitoError('FeatureUnavailableInTierException', 'One-time codes and MFA by e-mail need the ESSENTIALS tier.'),
  ],
  [
    ({ EnabledMfas, EmailConfiguration }) =>
      EnabledMfas?.includes('EMAIL_OTP') && EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER',
    () => invalidParameter('MFA by e-mail needs an EmailConfiguration with EmailSendingAccount DEVELOPER.'),
  ],
  [
    ({ EnabledMfas, AccountRecoverySetting }) => {
      const [only, second] = AccountRecoverySetting?.RecoveryMechanisms ?? [];
      return EnabledMfas?.includes('EMAIL_OTP') && only?.Name === 'verified_email' && !second;
    },
    () => invalidParameter('MFA by e-mail needs a way to recover an account other than e-mail.'),
  ],
];

function needsEssentials({ EnabledMfas, Policies }: MfaSettings): boolean {
  const passwordless = Policies?.SignInPolicy?.AllowedFirstAuthFactors?.some((factor) => factor !== 'PASSWORD');
  return passwordless || EnabledMfas?.includes('EMAIL_OTP') || false;
}
