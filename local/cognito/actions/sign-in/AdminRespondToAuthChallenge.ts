import { action } from '../../action.ts';
import { answerChallenge } from '../../sign-in/answer-challenge.ts';
import { clientInPool, poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { challengeName, clientId, contextData, session, textMap, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  ClientId: required(clientId),
  ChallengeName: required(challengeName),
  Session: session,
  ChallengeResponses: textMap,
  ClientMetadata: textMap,
  ContextData: contextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html */
export const AdminRespondToAuthChallenge = action(input, async (request, services) => {
  const { UserPoolId, ClientId, ChallengeResponses: answers = {}, ClientMetadata: clientMetadata } = request;
  const situation = { pool: poolOf(services, UserPoolId), client: clientInPool(services, UserPoolId, ClientId), clientMetadata };
  return answerChallenge(services, { ...situation, challengeName: request.ChallengeName, session: request.Session, answers });
});
