import { allows } from '../../settings/client.ts';
import { nextRound } from '../../triggers/custom-auth.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { outcomeOf } from '../challenges/CUSTOM_CHALLENGE.ts';
import { askPasswordVerifier } from '../challenges/PASSWORD_VERIFIER.ts';
import { refuseUnconfirmed } from '../gates/refuse-unconfirmed.ts';
import { optionalAnswer, requiredAnswer } from '../steps/answers.ts';
import { admit, checkTypedName } from './admission.ts';
import type { Flow } from './flow.ts';

/**
 * A sign-in that the pool defines itself: its triggers decide what is asked, and when it is enough. With CHALLENGE_NAME
 * SRP_A it begins with an SRP exchange, which DefineAuthChallenge then has to request.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow.html
 */
export const customFlow: Flow = {
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_CUSTOM_AUTH')) throw invalidParameter('CUSTOM_AUTH is not enabled for the client.');
  },
  parameters: ['USERNAME'],
  checkSecretHash: checkTypedName,
  async begin(services, request) {
    const { parameters } = request;
    const begins = optionalAnswer(parameters, 'CHALLENGE_NAME');
    if (begins !== undefined && begins !== 'SRP_A') throw invalidParameter(`Invalid CHALLENGE_NAME ${begins}.`);
    const srpA = begins && requiredAnswer(parameters, 'SRP_A');
    const situation = await admit(services, request);
    refuseUnconfirmed(situation.user);
    const rounds = srpA ? [{ challengeName: 'SRP_A', challengeResult: true }] : [];
    const verdict = await nextRound(services, situation, rounds);
    if (srpA && typeof verdict === 'object' && verdict.ask === 'PASSWORD_VERIFIER') {
      const ask = askPasswordVerifier(services, situation, { amr: [], customRounds: rounds }, srpA);
      return { situation, outcome: { ask } };
    }
    return { situation, outcome: outcomeOf(verdict, situation, { amr: [] }) };
  },
};
