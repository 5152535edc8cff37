import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** Limits that would never be reached, and what sends codes past them. */
export function limitRules({ protection, signIn, mfa }: Settings): Rule[] {
  const { messageLimits: messages, captcha } = protection;
  return [
    {
      path: ['protection', 'messageLimits', 'perAddressPerDay'],
      message: 'be at least perAddressPerHour, which is never reached otherwise',
      broken: messages !== null && messages.perAddressPerDay < messages.perAddressPerHour,
    },
    {
      path: ['protection', 'messageLimits', 'perCallerPerDay'],
      message: 'be at least perCallerPerHour, which is never reached otherwise',
      broken: (messages?.perCallerPerDay ?? Number.POSITIVE_INFINITY) < (messages?.perCallerPerHour ?? 0),
    },
    {
      path: ['protection', 'captcha', 'verifyUrl'],
      message: 'be given where protection.captcha.kind is OTHER: only you know where it is verified',
      broken: captcha?.kind === 'OTHER' && captcha.verifyUrl === null,
    },
    {
      path: ['signIn', 'passwordless'],
      message:
        'be null unless mfa.mode is OFF: its code alone would sign users in who have a second factor. Take EMAIL_OTP in signIn.firstFactors, which Cognito does not offer to them',
      broken: signIn.passwordless !== null && mfa.mode !== 'OFF',
    },
    {
      path: ['signIn', 'passwordless'],
      message: 'be null where protection.messageLimits is null: Cognito itself limits neither its mails nor its codes',
      broken: signIn.passwordless !== null && messages === null,
    },
  ];
}
