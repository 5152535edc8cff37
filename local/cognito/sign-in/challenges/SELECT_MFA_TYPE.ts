import { invalidParameter } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import { askSecondFactor } from '../steps/ask-second-factor.ts';
import type { Rule } from '../steps/step.ts';

export const SELECT_MFA_TYPE: Rule<'SELECT_MFA_TYPE'> = {
  show: ({ choices }) => ({ MFAS_CAN_CHOOSE: JSON.stringify(choices) }),
  async answer({ choices, at: _at, ...carried }, answers, situation, services) {
    const answer = requiredAnswer(answers, 'ANSWER');
    // The developer guide calls the choice of mail EMAIL_MFA. Clients send EMAIL_OTP, the value of the model.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.names
    const factor = choices.find((choice) => choice === answer || (choice === 'EMAIL_OTP' && answer === 'EMAIL_MFA'));
    if (!factor) throw invalidParameter(`${answer} is not one of ${choices.join(', ')}.`);
    return { ask: await askSecondFactor(services, situation, carried, factor) };
  },
};
