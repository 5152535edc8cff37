import { type Resource, resources } from '../template/template.ts';
import { type Check, findings } from './check.ts';

/** What a sign-in asks for: first and second factors, and how an account is recovered. */
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
        [mode === 'OFF' && factors.length > 0, 'MFA is off, but has factors.', 'Set mfa.types to [].'],
        [
          mode === 'OFF' && hasMailText,
          'MFA is off, but has a message.',
          'Remove EmailAuthenticationMessage and EmailAuthenticationSubject.',
        ],
        [
          mode !== 'OFF' && factors.length === 0,
          'MFA is on, but has no factors.',
          'Add a factor to mfa.types, or set mfa.mode to OFF.',
        ],
        [
          factors.length === 1 && factors[0] === 'EMAIL_OTP',
          'A code by e-mail is the only second factor, and CloudFormation cannot create such a pool.',
          'Add SOFTWARE_TOKEN_MFA or SMS_MFA to mfa.types.',
        ],
        [
          mode === 'ON' && first.some((factor) => factor.endsWith('_OTP')),
          'MFA is required, but a code is a first factor.',
          'Remove EMAIL_OTP and SMS_OTP from signIn.firstFactors.',
        ],
        [
          mode === 'ON' && first.includes('WEB_AUTHN') && !multiFactor,
          'MFA is required, but a passkey counts as only one factor.',
          'Set WebAuthnFactorConfiguration to MULTI_FACTOR_WITH_USER_VERIFICATION.',
        ],
        [
          first.includes('WEB_AUTHN') && !('WebAuthnRelyingPartyID' in pool),
          'Passkeys are a first factor, but there is no relying party.',
          'Set signIn.passkeys.relyingParty.',
        ],
        [
          factors.includes('EMAIL_OTP') && pool['EmailConfiguration']?.EmailSendingAccount !== 'DEVELOPER',
          'It has e-mail MFA without SES, but Cognito sends no second factor from its own address.',
          'Set messages.ses.',
        ],
        [
          [...factors, ...first].some((factor) => factor.startsWith('SMS')) && !pool['SmsConfiguration']?.SnsCallerArn,
          'It has an SMS factor without an SMS role.',
          'Set messages.sms.',
        ],
        [
          factors.includes('SMS_MFA') && recovery.includes('verified_phone_number'),
          'It has SMS MFA, and a phone number recovers the account: the phone would be both factors.',
          'Remove PHONE_NUMBER from signIn.recovery.',
        ],
        [
          factors.includes('EMAIL_OTP') && recovery.join() === 'verified_email',
          'It has e-mail MFA, and e-mail alone recovers the account: the mailbox would be both factors.',
          'Set signIn.recovery to both EMAIL and PHONE_NUMBER, or to [].',
        ],
        [
          !factors.includes('EMAIL_OTP') && hasMailText,
          'It has texts for a factor that is off.',
          'Remove EmailAuthenticationMessage and EmailAuthenticationSubject.',
        ],
        [
          'SmsConfiguration' in pool && mode !== 'OFF' && !factors.includes('SMS_MFA'),
          'It sends text messages but has no SMS MFA: Cognito requires both together.',
          'Add SMS_MFA to mfa.types, or set messages.sms to null.',
        ],
        [
          recovery.length === 0 ||
            new Set(recovery).size < recovery.length ||
            (recovery.includes('admin_only') && recovery.length > 1) ||
            ways(pool).some(({ Priority }, index) => Priority !== index + 1),
          'It has no way to recover an account, or their order is invalid.',
          'List each way once in AccountRecoverySetting, with priorities starting at 1; admin_only must be alone.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

function ways(pool: Resource['Properties']): readonly { readonly Name: string; readonly Priority: number }[] {
  return pool['AccountRecoverySetting']?.RecoveryMechanisms ?? [];
}
