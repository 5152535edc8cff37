import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html, and what CreateUserPool
 * answers to the rest.
 */
export function factorRules(settings: Settings): Rule[] {
  return [...mfaRules(settings), ...levelRules(settings), ...smsRules(settings), ...emailRules(settings)];
}

function mfaRules({ mfa, signIn }: Settings): Rule[] {
  return [
    {
      path: ['mfa', 'types'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-off
      message: 'be empty where mfa.mode is OFF: write types: []',
      broken: mfa.mode === 'OFF' && mfa.types.length > 0,
    },
    {
      path: ['mfa', 'types'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-without-factor
      message: 'hold at least one factor where mfa.mode is not OFF',
      broken: mfa.mode !== 'OFF' && mfa.types.length === 0,
    },
    {
      path: ['signIn', 'firstFactors'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.required-mfa-and-codes
      message: 'leave EMAIL_OTP and SMS_OTP out where mfa.mode is ON: Cognito allows PASSWORD and WEB_AUTHN only',
      broken: mfa.mode === 'ON' && signIn.firstFactors.some((factor) => factor.endsWith('_OTP')),
    },
    {
      path: ['mfa', 'recoveryCodes'],
      message: 'be false where mfa.mode is OFF: nobody has a second factor to lose',
      broken: mfa.mode === 'OFF' && mfa.recoveryCodes,
    },
    {
      path: ['signIn', 'passkeys', 'userVerification'],
      message: 'be required where mfa.mode is ON: a passkey then counts as both factors',
      broken: mfa.mode === 'ON' && signIn.passkeys?.userVerification === 'preferred',
    },
  ];
}

/** A level that some users cannot reach would keep them from ever changing what it protects. */
function levelRules({ mfa, signIn, protection }: Settings): Rule[] {
  const acr = protection.reauthentication?.acr ?? null;
  return [
    {
      path: ['protection', 'reauthentication', 'acr'],
      message: 'be null unless mfa.mode is ON: users without a second factor reach no such level',
      broken: acr !== null && mfa.mode !== 'ON',
    },
    {
      path: ['protection', 'reauthentication', 'acr'],
      message: 'be null where signIn.plan is LITE: its tokens name no level',
      broken: acr !== null && signIn.plan === 'LITE',
    },
    {
      path: ['protection', 'reauthentication', 'acr'],
      message:
        'be urn:cognito:loa:3 where mfa.types holds another factor than SOFTWARE_TOKEN_MFA, or passkeys are on: these reach no higher level',
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
      message: `be given, if only as {}, for ${wanting.join(', ')}`,
      broken: messages.sms === null && wanting.length > 0,
    },
    {
      // The stricter reading: Cognito may not refuse every such pool.
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.sms-coupling
      path: ['mfa', 'types'],
      message: 'hold SMS_MFA where messages.sms is given and mfa.mode is not OFF: Cognito couples the two',
      broken: messages.sms !== null && mfa.mode !== 'OFF' && !mfa.types.includes('SMS_MFA'),
    },
    {
      path: ['signIn', 'recovery'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.phone-factor-and-recovery
      message: 'leave PHONE_NUMBER out where mfa.types holds SMS_MFA: the phone would be both factors',
      broken: mfa.types.includes('SMS_MFA') && signIn.recovery.includes('PHONE_NUMBER'),
    },
    {
      path: ['signIn', 'recovery'],
      message: 'name each way once',
      broken: new Set(signIn.recovery).size < signIn.recovery.length,
    },
  ];
}

function emailRules({ mfa, signIn, messages }: Settings): Rule[] {
  const byMail = mfa.types.includes('EMAIL_OTP');
  return [
    {
      // The stricter reading: a custom sender in place of SES may be enough.
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-factor-needs-ses
      path: ['messages', 'ses'],
      message: 'be given where mfa.types holds EMAIL_OTP: Cognito sends no second factor from its own address',
      broken: byMail && messages.ses === null,
    },
    {
      path: ['mfa', 'types'],
      // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-as-only-factor
      message: 'hold SOFTWARE_TOKEN_MFA or SMS_MFA beside EMAIL_OTP: CloudFormation cannot make a pool with mail alone',
      broken: byMail && mfa.types.length === 1,
    },
    {
      path: ['signIn', 'recovery'],
      message:
        // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-factor-and-recovery
        'be empty, or hold both EMAIL and PHONE_NUMBER, where mfa.types holds EMAIL_OTP: the mail box would be both factors',
      broken: byMail && signIn.recovery.length === 1,
    },
  ];
}
