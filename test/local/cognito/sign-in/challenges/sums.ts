import {
  createTriggerPool,
  type Event,
  type TriggerFunction,
  type TriggerPool,
} from '../../../../support/cognito/trigger-pool.ts';

export const respondWith =
  (response: object): TriggerFunction =>
  (event: Event) => ({ ...event, response });

export const ask = { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false };
export const letIn = { issueTokens: true, failAuthentication: false };
const throwOut = { issueTokens: false, failAuthentication: true };

/** Two sums, each to be right; after the second wrong answer it is over. A password first counts as the first sum. */
export const sums: Readonly<Record<string, TriggerFunction>> = {
  DefineAuthChallenge(event) {
    const { session } = event.request;
    const of = (result: boolean) =>
      session.filter((round: Event) => round.challengeName !== 'SRP_A' && round.challengeResult === result);
    const begins = session.length === 1 && session[0].challengeName === 'SRP_A';
    if (begins) return { ...event, response: { ...ask, challengeName: 'PASSWORD_VERIFIER' } };
    return { ...event, response: of(false).length >= 2 ? throwOut : of(true).length >= 2 ? letIn : ask };
  },
  CreateAuthChallenge(event) {
    const round = event.request.session.length;
    return {
      ...event,
      response: {
        publicChallengeParameters: { sum: `${round} + 1`, USERNAME: 'somebody else' },
        privateChallengeParameters: { right: String(round + 1) },
        challengeMetadata: `SUM_${round}`,
      },
    };
  },
  VerifyAuthChallengeResponse(event) {
    const { privateChallengeParameters, challengeAnswer } = event.request;
    return { ...event, response: { answerCorrect: privateChallengeParameters.right === challengeAnswer } };
  },
};

export const begin = ({ cognito, clientId }: TriggerPool, USERNAME = 'ada') =>
  cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } });

export const answer = ({ cognito, clientId }: TriggerPool, Session: string | undefined, ANSWER: string, USERNAME = 'ada') =>
  cognito.respondToAuthChallenge({
    ClientId: clientId,
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session,
    ChallengeResponses: { USERNAME, ANSWER },
    ClientMetadata: { from: 'page' },
  });

export const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

export async function createSums(pool: Record<string, unknown> = {}, client: Record<string, unknown> = {}) {
  const world = createTriggerPool(sums, pool, client);
  await world.confirmedUser('ada');
  return world;
}
