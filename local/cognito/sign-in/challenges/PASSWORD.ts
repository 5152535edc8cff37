import { requiredAnswer } from '../steps/answers.ts';
import { provePassword } from '../steps/prove-password.ts';
import type { Rule } from '../steps/step.ts';

/** A password as the chosen first factor of USER_AUTH. */
export const PASSWORD: Rule<'PASSWORD'> = {
  show: () => ({}),
  answer: (_step, answers, situation, services) => provePassword(services, situation, requiredAnswer(answers, 'PASSWORD')),
};
