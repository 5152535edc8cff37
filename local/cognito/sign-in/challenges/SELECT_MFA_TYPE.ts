import { invalidParameter } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';

export const SELECT_MFA_TYPE: Rule<'SELECT_MFA_TYPE'> = {
  show: ({ choices }) => ({ MFAS_CAN_CHOOSE: JSON.stringify(choices) }),
  answer({ choices, at: _at, ...carried }, answers) {
    const answer = requiredAnswer(answers, 'ANSWER');
    // The developer guide calls the choice of e-mail EMAIL_MFA, but clients send EMAIL_OTP, the value in the service
    // model.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.names
    const factor = choices.find((choice) => choice === answer || (choice === 'EMAIL_OTP' && answer === 'EMAIL_MFA'));
    if (!factor) throw invalidParameter(`${answer} is not one of ${choices.join(', ')}.`);
    return { demanded: { ask: factor }, carried };
  },
};
