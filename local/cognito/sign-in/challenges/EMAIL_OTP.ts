import type { Services } from '../../services.ts';
import { proveCode, showSentCode, signInCode } from '../factors/sign-in-codes.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Ask, Rule } from '../steps/outcome.ts';
import type { Carried, EmailOtp, Situation } from '../steps/step.ts';

/** @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.email-otp-length */
export async function askEmailOtp(
  services: Services,
  situation: Situation,
  carried: Carried,
  factor: EmailOtp['factor'],
): Promise<Ask> {
  const { sent, tell } = await signInCode(services, situation, 'email', factor === 'first' ? 8 : 6);
  return { step: { ...carried, at: 'EMAIL_OTP', sent, factor }, tell };
}

export const EMAIL_OTP: Rule<'EMAIL_OTP'> = {
  show: ({ sent }) => showSentCode(sent),
  answer({ amr, sent, factor }, answers, situation, services) {
    const typed = requiredAnswer(answers, 'EMAIL_OTP_CODE');
    const isFirst = factor === 'first';
    const effect = proveCode(services, situation, sent, typed, isFirst ? 'CodeFailure' : 'MfaFailure');
    return { ...effect, proven: { amr: [...amr, ...(isFirst ? [] : ['mfa']), 'email_otp'] } };
  },
};
