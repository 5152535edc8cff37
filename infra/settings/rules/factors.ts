import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html, and what CreateUserPool
 * refuses beyond that.
 */
export function factorRules(settings: Settings): Rule[] {
  return [...mfaRules(settings), ...levelRules(settings), ...smsRules(settings), ...emailRules(settings)];
}

function mfaRules({ mfa, signIn }: Settings): Rule[] {
  return [
    {
      path: ['mfa', 'types'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-off
      message: 'be empty if mfa.mode is OFF: write types: []',
      broken: mfa.mode === 'OFF' && mfa.types.length > 0,
    },
    {
      path: ['mfa', 'types'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-without-factor
      message: 'contain at least one factor unless mfa.mode is OFF',
      broken: mfa.mode !== 'OFF' && mfa.types.length === 0,
    },
    {
      path: ['signIn', 'firstFactors'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.required-mfa-and-codes
      message: 'not contain EMAIL_OTP or SMS_OTP if mfa.mode is ON: Cognito then allows only PASSWORD and WEB_AUTHN',
      broken: mfa.mode === 'ON' && signIn.firstFactors.some((factor) => factor.endsWith('_OTP')),
    },
    {
      path: ['mfa', 'recoveryCodes'],
      message: 'be false if mfa.mode is OFF: nobody has a second factor to lose',
      broken: mfa.mode === 'OFF' && mfa.recoveryCodes,
    },
    {
      path: ['signIn', 'passkeys', 'userVerification'],
      message: 'be required if mfa.mode is ON: a passkey then counts as both factors',
      broken: mfa.mode === 'ON' && signIn.passkeys?.userVerification === 'preferred',
    },
  ];
}

/** Users who cannot reach the required level could never change what it protects. */
function levelRules({ mfa, signIn, protection }: Settings): Rule[] {
  const acr = protection.reauthentication?.acr ?? null;
  return [
    {
      path: ['protection', 'reauthentication', 'acr'],
      message: 'be null unless mfa.mode is ON: users without a second factor cannot reach this level',
      broken: acr !== null && mfa.mode !== 'ON',
    },
    {
      path: ['protection', 'reauthentication', 'acr'],
      message: 'be null if signIn.plan is LITE: its tokens contain no level',
      broken: acr !== null && signIn.plan === 'LITE',
    },
    {
      path: ['protection', 'reauthentication', 'acr'],
      message:
        'be urn:cognito:loa:3 if mfa.types contains a factor other than SOFTWARE_TOKEN_MFA, or if passkeys are ' +
        'on: these reach no higher level',
      broken: acr === 'urn:cognito:loa:4' && (mfa.types.join() !== 'SOFTWARE_TOKEN_MFA' || signIn.passkeys !== null),
    },
  ];
}

function smsRules({ mfa, signIn, messages }: Settings): Rule[] {
  const wanting = [
    ...(mfa.types.includes('SMS_MFA') ? ['mfa.types SMS_MFA'] : []),
    ...(signIn.firstFactors.includes('SMS_OTP') ? ['signIn.firstFactors SMS_OTP'] : []),
    ...(signIn.names.includes('PHONE_NUMBER') ? ['signIn.names PHONE_NUMBER'] : []),
    ...(signIn.recovery.join() === 'PHONE_NUMBER' ? ['signIn.recovery PHONE_NUMBER'] : []),
  ];
  return [
    {
      path: ['messages', 'sms'],
      message: `be set, if only to {}, for ${wanting.join(', ')}`,
      broken: messages.sms === null && wanting.length > 0,
    },
    {
      // UNCONFIRMED for every such pool; refusing all of them is the stricter reading.
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.sms-coupling
      path: ['mfa', 'types'],
      message: 'contain SMS_MFA if messages.sms is set and mfa.mode is not OFF: Cognito requires both together',
      broken: messages.sms !== null && mfa.mode !== 'OFF' && !mfa.types.includes('SMS_MFA'),
    },
    {
      path: ['signIn', 'recovery'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.phone-factor-and-recovery
      message: 'not contain PHONE_NUMBER if mfa.types contains SMS_MFA: the phone would be both factors',
      broken: mfa.types.includes('SMS_MFA') && signIn.recovery.includes('PHONE_NUMBER'),
    },
    {
      path: ['signIn', 'recovery'],
      message: 'contain each way once',
      broken: new Set(signIn.recovery).size < signIn.recovery.length,
    },
  ];
}

function emailRules({ mfa, signIn, messages }: Settings): Rule[] {
  const byMail = mfa.types.includes('EMAIL_OTP');
  return [
    {
      // UNCONFIRMED: a custom sender instead of SES may be enough. This is the stricter reading.
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-factor-needs-ses
      path: ['messages', 'ses'],
      message: 'be set if mfa.types contains EMAIL_OTP: Cognito sends no second factor from its own address',
      broken: byMail && messages.ses === null,
    },
    {
      path: ['mfa', 'types'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-as-only-factor
      message: 'contain SOFTWARE_TOKEN_MFA or SMS_MFA besides EMAIL_OTP: CloudFormation cannot create a pool with e-mail alone',
      broken: byMail && mfa.types.length === 1,
    },
    {
      path: ['signIn', 'recovery'],
      message:
        // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-factor-and-recovery
        'be empty, or contain both EMAIL and PHONE_NUMBER, if mfa.types contains EMAIL_OTP: the mailbox would be ' +
        'both factors',
      broken: byMail && signIn.recovery.length === 1,
    },
  ];
}
