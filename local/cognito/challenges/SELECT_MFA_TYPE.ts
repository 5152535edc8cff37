import { invalidParameter } from '../errors.ts';
import { requiredAnswer } from './answers.ts';
import { askSecondFactor } from './ask-second-factor.ts';
import type { Rule } from './step.ts';

export const SELECT_MFA_TYPE: Rule<'SELECT_MFA_TYPE'> = {
  show: ({ choices }) => ({ MFAS_CAN_CHOOSE: JSON.stringify(choices) }),
  async answer({ choices, at: _at, ...carried }, answers, situation, services) {
    const answer = requiredAnswer(answers, 'ANSWER');
    // The developer guide calls the mail's EMAIL_MFA, which is no value of the model; clients send EMAIL_OTP.
    const factor = choices.find((choice) => choice === answer || (choice === 'EMAIL_OTP' && answer === 'EMAIL_MFA'));
    if (!factor) throw invalidParameter(`${answer} is not one of ${choices.join(', ')}.`);
    return { ask: await askSecondFactor(services, situation, carried, factor) };
  },
};
