import type { Services } from '../../services.ts';
import { allows } from '../../settings/client.ts';
import { findSignedUp } from '../../sign-up/sign-up-session.ts';
import { isImaginary } from '../../users/imaginary-user.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { askSelectChallenge } from '../challenges/SELECT_CHALLENGE.ts';
import { firstFactorsOf, goesOnFromPassword, stepUpTo, type Target, targetOf } from '../factors/step-up.ts';
import { refuseUnconfirmed } from '../gates/refuse-unconfirmed.ts';
import { optionalAnswer, requiredAnswer } from '../steps/answers.ts';
import type { Outcome } from '../steps/outcome.ts';
import { admit, checkTypedName } from './admission.ts';
import type { BegunSignIn, Flow, FlowRequest } from './flow.ts';

/**
 * The user chooses a first factor among those that the pool allows and they have. A preferred factor that they have
 * begins at once.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.choice.preferred
 */
export const choiceFlow: Flow = {
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_USER_AUTH')) throw invalidParameter('USER_AUTH is not enabled for the client.');
  },
  // After a sign-up, the session alone is enough.
  parameters: [],
  checkSecretHash: () => undefined,
  async begin(services, request) {
    const { client, parameters, session } = request;
    if (session !== undefined) return signInAfterSignUp(services, request, session);
    requiredAnswer(parameters, 'USERNAME');
    checkTypedName(services, client, parameters);
    return choose(services, request, await targetOf(services, request));
  },
};

async function choose(services: Services, request: FlowRequest, target: Target | undefined): Promise<BegunSignIn> {
  const admitted = await admit(services, request);
  const { user } = admitted;
  const stepUp = target && !isImaginary(user) ? stepUpTo(services, admitted, target) : undefined;
  const situation = { ...admitted, stepUp };
  const available = firstFactorsOf(services, situation);
  // Users who have not confirmed their sign-up can only be asked for a code.
  if (!available.some((factor) => factor.endsWith('_OTP'))) refuseUnconfirmed(user);
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.choice.unknown-user
  const preferred = optionalAnswer(request.parameters, 'PREFERRED_CHALLENGE') ?? (isImaginary(user) ? 'EMAIL_OTP' : undefined);
  const factor = available.find((name) => name === preferred);
  if (factor !== 'WEB_AUTHN' && goesOnFromPassword(services, situation)) return { situation, outcome: { proven: { amr: [] } } };
  const outcome: Outcome = factor
    ? { chosen: factor, inputs: request.parameters }
    : { ask: askSelectChallenge(services, situation, available) };
  return { situation, outcome, available };
}

function signInAfterSignUp(services: Services, { pool, client }: FlowRequest, session: string): BegunSignIn {
  const { pending, user, amr } = findSignedUp(services, client, session);
  refuseUnconfirmed(user);
  return { situation: { pool, client, user }, outcome: { proven: { amr } }, session: pending };
}
