import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../../services.ts';
import { allows } from '../../settings/client.ts';
import { findSignedUp } from '../../sign-up/sign-up-session.ts';
import { isImaginary } from '../../users/imaginary-user.ts';
import { invalidParameter, notImplemented } from '../../wire/errors.ts';
import { askSelectChallenge } from '../challenges/SELECT_CHALLENGE.ts';
import { availableFactors } from '../first-factors.ts';
import { advance } from '../sign-in.ts';
import { optionalAnswer, requiredAnswer } from '../steps/answers.ts';
import { chooseFirstFactor } from '../steps/choose-first-factor.ts';
import { admit, checkTypedName, refuseUnconfirmed } from './admission.ts';
import type { Flow, FlowRequest } from './flow.ts';

/**
 * The user chooses how to sign in, among what the pool allows and they have; a preferred way that they have begins at once.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.choice.preferred
 */
export const choiceFlow: Flow = {
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_USER_AUTH')) throw invalidParameter('USER_AUTH is not enabled for the client.');
  },
  // After a sign-up the session says it all.
  parameters: [],
  checkSecretHash: () => undefined,
  async begin(services, request) {
    const { client, parameters, session } = request;
    if (session !== undefined) return signInAfterSignUp(services, request, session);
    requiredAnswer(parameters, 'USERNAME');
    checkTypedName(services, client, parameters);
    const stepUp = ['TARGET_ACR_VALUES', 'MAX_AGE', 'ACCESS_TOKEN'].find((name) => optionalAnswer(parameters, name));
    if (stepUp) throw notImplemented(`Step-up authentication (${stepUp})`);
    return choose(services, request);
  },
};

async function choose(services: Services, request: FlowRequest): Promise<InitiateAuthResponse> {
  const situation = await admit(services, request);
  const { pool, user } = situation;
  const available = availableFactors(services, pool, user);
  // Nothing but a code can be asked of somebody who has not confirmed their sign-up.
  if (!available.some((factor) => factor.endsWith('_OTP'))) refuseUnconfirmed(user);
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.choice.unknown-user
  const preferred = optionalAnswer(request.parameters, 'PREFERRED_CHALLENGE') ?? (isImaginary(user) ? 'EMAIL_OTP' : undefined);
  const factor = available.find((name) => name === preferred);
  const outcome = factor
    ? await chooseFirstFactor(services, situation, factor, request.parameters)
    : { ask: askSelectChallenge(services, situation, available) };
  const response = await advance(services, situation, outcome);
  return response.ChallengeName ? { ...response, AvailableChallenges: available } : response;
}

async function signInAfterSignUp(
  services: Services,
  { pool, client }: FlowRequest,
  session: string,
): Promise<InitiateAuthResponse> {
  const { pending, user, amr } = findSignedUp(services, client, session);
  refuseUnconfirmed(user);
  return advance(services, { pool, client, user }, { proven: { amr } }, pending);
}
