import { allows } from '../../settings/client.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { askPasswordVerifier } from '../challenges/PASSWORD_VERIFIER.ts';
import { refuseUnconfirmed } from '../gates/refuse-unconfirmed.ts';
import { requiredAnswer } from '../steps/answers.ts';
import { admit, checkTypedName } from './admission.ts';
import type { Flow } from './flow.ts';

/** A password that never leaves the client: SRP (RFC 5054), proven in the answer to PASSWORD_VERIFIER. */
export const srpFlow: Flow = {
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_USER_SRP_AUTH')) throw invalidParameter('USER_SRP_AUTH is not enabled for the client.');
  },
  parameters: ['USERNAME', 'SRP_A'],
  checkSecretHash: checkTypedName,
  async begin(services, request) {
    const situation = await admit(services, request);
    refuseUnconfirmed(situation.user);
    const srpA = requiredAnswer(request.parameters, 'SRP_A');
    const ask = askPasswordVerifier(services, situation, { amr: [] }, srpA);
    // There is no session here, since the state is in the SECRET_BLOCK.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.srp-without
    return { situation, outcome: { ask: { ...ask, sessionless: true } } };
  },
};
