import type { Services } from '../../services.ts';
import { proveCode, showSentCode, signInCode } from '../factors/sign-in-codes.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Ask, Rule } from '../steps/outcome.ts';
import type { Situation } from '../steps/step.ts';

/**
 * Eight digits, like the code by e-mail.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.sms-otp-length
 */
export async function askSmsOtp(services: Services, situation: Situation): Promise<Ask> {
  const { sent, tell } = await signInCode(services, situation, 'phone_number', 8);
  return { step: { amr: [], at: 'SMS_OTP', sent }, tell };
}

export const SMS_OTP: Rule<'SMS_OTP'> = {
  show: ({ sent }) => showSentCode(sent),
  answer({ amr, sent }, answers, situation, services) {
    const effect = proveCode(services, situation, sent, requiredAnswer(answers, 'SMS_OTP_CODE'), 'CodeFailure');
    return { ...effect, proven: { amr: [...amr, 'sms'] } };
  },
};
