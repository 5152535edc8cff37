import { type Resource, resources } from '../template/template.ts';
import { type Check, findings } from './check.ts';

/** What a sign-in asks for: first and second factors, and the ways to recover an account. */
export const factorChecks = {
  /**
   * `Only PASSWORD and WEB_AUTHN … if MFA is enabled`; `can't turn off MFA and configure an MFA together`.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.required-mfa-and-codes
   */
  mfa: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties }]) => {
      const { MfaConfiguration: mode, EnabledMfas: factors = [], ...pool } = Properties;
      const first: string[] = pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
      const recovery = ways(pool).map(({ Name }) => Name);
      const multiFactor = pool['WebAuthnFactorConfiguration'] === 'MULTI_FACTOR_WITH_USER_VERIFICATION';
      const hasMailText = 'EmailAuthenticationMessage' in pool || 'EmailAuthenticationSubject' in pool;
      return findings(id, [
        [mode === 'OFF' && factors.length > 0, 'MFA is off, yet has factors.', 'Set mfa.types to [].'],
        [
          mode === 'OFF' && hasMailText,
          'MFA is off, yet has a message.',
          'Leave EmailAuthenticationMessage and EmailAuthenticationSubject out.',
        ],
        [
          mode !== 'OFF' && factors.length === 0,
          'MFA is on, without factors.',
          'Add a factor to mfa.types, or set mfa.mode to OFF.',
        ],
        [
          factors.length === 1 && factors[0] === 'EMAIL_OTP',
          'A code by e-mail is the only second factor, and CloudFormation cannot make such a pool.',
          'Add SOFTWARE_TOKEN_MFA or SMS_MFA to mfa.types.',
        ],
        [
          mode === 'ON' && first.some((factor) => factor.endsWith('_OTP')),
          'MFA is required, and a code is a first factor.',
          'Remove EMAIL_OTP and SMS_OTP from signIn.firstFactors.',
        ],
        [
          mode === 'ON' && first.includes('WEB_AUTHN') && !multiFactor,
          'MFA is required, and a passkey counts as one factor only.',
          'Set WebAuthnFactorConfiguration to MULTI_FACTOR_WITH_USER_VERIFICATION.',
        ],
        [
          first.includes('WEB_AUTHN') && !('WebAuthnRelyingPartyID' in pool),
          'Passkeys are a first factor, and a passkey has no relying party.',
          'Set signIn.passkeys.relyingParty.',
        ],
        [
          factors.includes('EMAIL_OTP') && pool['EmailConfiguration']?.EmailSendingAccount !== 'DEVELOPER',
          'It has e-mail MFA without SES, and Cognito sends no second factor from its own address.',
          'Set messages.ses.',
        ],
        [
          [...factors, ...first].some((factor) => factor.startsWith('SMS')) && !pool['SmsConfiguration']?.SnsCallerArn,
          'It has an SMS factor without an SMS role.',
          'Set messages.sms.',
        ],
        [
          factors.includes('SMS_MFA') && recovery.includes('verified_phone_number'),
          'It has SMS MFA, and a phone recovers the account: the phone would be both factors.',
          'Remove PHONE_NUMBER from signIn.recovery.',
        ],
        [
          factors.includes('EMAIL_OTP') && recovery.join() === 'verified_email',
          'It has e-mail MFA, and e-mail alone recovers the account: the mail box would be both factors.',
          'Set signIn.recovery to both EMAIL and PHONE_NUMBER, or to [].',
        ],
        [
          !factors.includes('EMAIL_OTP') && hasMailText,
          'It has words for a factor that is off.',
          'Leave EmailAuthenticationMessage and EmailAuthenticationSubject out.',
        ],
        [
          'SmsConfiguration' in pool && mode !== 'OFF' && !factors.includes('SMS_MFA'),
          'It sends text messages, and MFA does without them: Cognito couples the two.',
          'Add SMS_MFA to mfa.types, or set messages.sms to null.',
        ],
        [
          recovery.length === 0 ||
            new Set(recovery).size < recovery.length ||
            (recovery.includes('admin_only') && recovery.length > 1) ||
            ways(pool).some(({ Priority }, index) => Priority !== index + 1),
          'It recovers accounts in no way, or in an impossible order.',
          'Let AccountRecoverySetting name each way once, with priorities from 1 on; admin_only stands alone.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

function ways(pool: Resource['Properties']): readonly { readonly Name: string; readonly Priority: number }[] {
  return pool['AccountRecoverySetting']?.RecoveryMechanisms ?? [];
}
