import type { Services } from '../../services.ts';
import { proveCode, showSentCode, signInCode } from '../factors/sign-in-codes.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Ask, Rule } from '../steps/outcome.ts';
import type { Carried, Situation } from '../steps/step.ts';

export async function askSmsMfa(services: Services, situation: Situation, carried: Carried): Promise<Ask> {
  const { sent, tell } = await signInCode(services, situation, 'phone_number', 6);
  return { step: { ...carried, at: 'SMS_MFA', sent }, tell };
}

export const SMS_MFA: Rule<'SMS_MFA'> = {
  show: ({ sent }, { user }) => ({ ...showSentCode(sent), USER_ID_FOR_SRP: user.username }),
  answer({ amr, sent }, answers, situation, services) {
    const effect = proveCode(services, situation, sent, requiredAnswer(answers, 'SMS_MFA_CODE'), 'MfaFailure');
    return { ...effect, proven: { amr: [...amr, 'mfa', 'sms'] } };
  },
};
