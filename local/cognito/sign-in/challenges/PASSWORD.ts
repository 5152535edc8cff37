import { requiredAnswer } from './answers.ts';
import { provePassword } from './prove-password.ts';
import type { Rule } from './step.ts';

/** A password as the chosen first factor of USER_AUTH. */
export const PASSWORD: Rule<'PASSWORD'> = {
  show: () => ({}),
  answer: (_step, answers, situation, services) => provePassword(services, situation, requiredAnswer(answers, 'PASSWORD')),
};
