import { action } from '../../action.ts';
import { answerChallenge } from '../../sign-in/answer-challenge.ts';
import { clientOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { challengeName, clientId, session, textMap, userContextData } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  ChallengeName: required(challengeName),
  Session: session,
  ChallengeResponses: textMap,
  ClientMetadata: textMap,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
export const RespondToAuthChallenge = action(input, async (request, services) => {
  const { ClientId, ChallengeName, Session, ChallengeResponses: answers = {}, ClientMetadata: clientMetadata } = request;
  const situation = { ...clientOf(services, ClientId), clientMetadata };
  return answerChallenge(services, { ...situation, challengeName: ChallengeName, session: Session, answers });
});
