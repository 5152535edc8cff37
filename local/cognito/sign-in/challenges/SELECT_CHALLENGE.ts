import type { Services } from '../../services.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { firstFactorsOf } from '../factors/step-up.ts';
import { optionalAnswer, requiredAnswer } from '../steps/answers.ts';
import type { Ask, FirstFactor, Rule } from '../steps/outcome.ts';
import type { Situation } from '../steps/step.ts';
import { provePasskey, showWebAuthn, webAuthn } from './WEB_AUTHN.ts';

export function askSelectChallenge(services: Services, situation: Situation, available: readonly FirstFactor[]): Ask {
  const passkey = available.includes('WEB_AUTHN') ? webAuthn(services, situation) : undefined;
  return { step: { amr: [], at: 'SELECT_CHALLENGE', passkey } };
}

/** The choices are in AvailableChallenges. What a choice needs may be sent with it: PASSWORD, SRP_A or CREDENTIAL. */
export const SELECT_CHALLENGE: Rule<'SELECT_CHALLENGE'> = {
  show: ({ passkey }) => (passkey ? showWebAuthn(passkey) : {}),
  async answer({ amr, passkey }, answers, situation, services) {
    const answer = requiredAnswer(answers, 'ANSWER');
    const factor = firstFactorsOf(services, situation).find((name) => name === answer);
    if (!factor) throw invalidParameter(`${answer} is not available for the user.`);
    if (factor === 'WEB_AUTHN' && passkey && optionalAnswer(answers, 'CREDENTIAL')) {
      return provePasskey(passkey, { amr }, answers, situation, services);
    }
    return { chosen: factor, inputs: answers };
  },
};
