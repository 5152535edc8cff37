import { type CfnUserPool, Mfa, PasskeyUserVerification, type UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import type { Settings } from '../../settings/stage.ts';

/** What a sign-in asks for: first factors, second factors, passkeys, remembered devices. */
export function factors(settings: Settings) {
  return { ...firstFactors(settings), ...secondFactors(settings), ...devices(settings) } satisfies UserPoolProps;
}

function firstFactors({ signIn }: Settings) {
  const { firstFactors: allowed, passkeys, plan } = signIn;
  return {
    // Lite only has passwords and refuses this property.
    ...(plan !== 'LITE' && {
      signInPolicy: {
        allowedFirstAuthFactors: {
          password: true,
          emailOtp: allowed.includes('EMAIL_OTP'),
          smsOtp: allowed.includes('SMS_OTP'),
          passkey: allowed.includes('WEB_AUTHN'),
        },
      },
    }),
    ...(passkeys && {
      passkeyRelyingPartyId: passkeys.relyingParty,
      passkeyUserVerification:
        passkeys.userVerification === 'required' ? PasskeyUserVerification.REQUIRED : PasskeyUserVerification.PREFERRED,
    }),
  } satisfies UserPoolProps;
}

function secondFactors({ mfa }: Settings) {
  return {
    mfa: { OFF: Mfa.OFF, OPTIONAL: Mfa.OPTIONAL, ON: Mfa.REQUIRED }[mfa.mode],
    // Always set if MFA is on, since the CDK would otherwise enable SMS.
    ...(mfa.mode !== 'OFF' && {
      mfaSecondFactor: {
        sms: mfa.types.includes('SMS_MFA'),
        otp: mfa.types.includes('SOFTWARE_TOKEN_MFA'),
        email: mfa.types.includes('EMAIL_OTP'),
      },
    }),
  } satisfies UserPoolProps;
}

function devices({ signIn }: Settings) {
  if (signIn.rememberDevices === 'NEVER') return {};
  return {
    deviceTracking: {
      challengeRequiredOnNewDevice: true,
      deviceOnlyRememberedOnUserPrompt: signIn.rememberDevices === 'ON_REQUEST',
    },
  } satisfies UserPoolProps;
}

/**
 * Without it, Cognito refuses WEB_AUTHN if MFA is required. The CDK has no property for it yet (aws/aws-cdk#37894).
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.required-mfa-and-passkeys
 */
export function countPasskeyAsBothFactors(pool: CfnUserPool): void {
  pool.addPropertyOverride('WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION');
}
