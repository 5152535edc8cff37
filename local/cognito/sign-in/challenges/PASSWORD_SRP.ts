import { requiredAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';
import { askPasswordVerifier } from './PASSWORD_VERIFIER.ts';

/** SRP as the chosen first factor of USER_AUTH: the answer begins the exchange. */
export const PASSWORD_SRP: Rule<'PASSWORD_SRP'> = {
  show: () => ({}),
  answer: ({ amr }, answers, situation, services) => ({
    ask: askPasswordVerifier(services, situation, { amr }, requiredAnswer(answers, 'SRP_A')),
  }),
};
