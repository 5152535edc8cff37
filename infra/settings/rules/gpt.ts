import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** What a language model may cost. */
export function gptRules({ gpt, signUp, signIn }: Settings, isLaptop: boolean): Rule[] {
  if (gpt === null) return [];
  const hasAddress =
    signIn.names.some((name) => name !== 'USERNAME') ||
    signUp.writableAttributes.some((name) => name === 'email' || name === 'phone_number');
  return [
    {
      path: ['gpt', 'models'],
      message: 'name each model, and not *: any user could ask the dearest at your cost. On a laptop every model is allowed',
      broken: gpt.models.includes('*') && !isLaptop,
    },
    {
      path: ['gpt', 'totalRequestsPerDay'],
      message: 'be at least gpt.requestsPerDay: otherwise one user could use up the questions of everybody',
      broken: gpt.totalRequestsPerDay !== null && gpt.requestsPerDay !== null && gpt.totalRequestsPerDay < gpt.requestsPerDay,
    },
    {
      path: ['gpt', 'provenAddress'],
      message: 'be false where neither signIn.names nor signUp.writableAttributes has an address or a number: nobody could ask',
      broken: gpt.provenAddress && !hasAddress,
    },
  ];
}
