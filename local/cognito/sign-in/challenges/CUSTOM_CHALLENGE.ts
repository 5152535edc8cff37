import type { Services } from '../../services.ts';
import { judge, nextRound, type Verdict } from '../../triggers/custom-auth.ts';
import { unrecognizable } from '../../triggers/response-members.ts';
import type { ChallengeResult } from '../../triggers/table.ts';
import { isImaginary } from '../../users/imaginary-user.ts';
import { incorrectCredentials } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Outcome, Rule } from '../steps/outcome.ts';
import type { Carried, Situation } from '../steps/step.ts';

/** Cognito does not know what the challenge means: the pool's triggers ask and check the answer. */
export const CUSTOM_CHALLENGE: Rule<'CUSTOM_CHALLENGE'> = {
  show: ({ publicParameters }, { user }) => ({ ...publicParameters, USERNAME: user.imaginedFrom ?? user.username }),
  async answer(step, answers, situation, services) {
    const rounds = await judge(services, situation, step, requiredAnswer(answers, 'ANSWER'));
    return customOutcome(services, situation, step, rounds);
  },
};

/** What DefineAuthChallenge decides after the rounds so far. */
export async function customOutcome(
  services: Services,
  situation: Situation,
  carried: Carried,
  rounds: readonly ChallengeResult[],
): Promise<Outcome> {
  return outcomeOf(await nextRound(services, situation, rounds), situation, carried);
}

/**
 * A refusal consumes the session, so that its last challenge cannot be answered again.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.custom.wrong-answer
 */
export function outcomeOf(verdict: Verdict, { user }: Situation, { amr, device }: Carried): Outcome {
  if (verdict === 'failAuthentication') return { refused: incorrectCredentials() };
  if (verdict === 'issueTokens') {
    return isImaginary(user) ? { refused: incorrectCredentials() } : { proven: { amr, device, custom: true } };
  }
  // Only a client that begins with SRP_A can answer this challenge, and only at the beginning.
  if (verdict.ask === 'PASSWORD_VERIFIER') throw unrecognizable();
  return { ask: { step: { at: 'CUSTOM_CHALLENGE', amr, device, ...verdict.ask } } };
}
