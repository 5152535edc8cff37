import { action } from '../../action.ts';
import { initiate } from '../../sign-in/initiate.ts';
import { clientOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { authFlow, clientId, session, textMap, userContextData } from '../../wire/model.ts';

const input = structure({
  AuthFlow: required(authFlow),
  AuthParameters: textMap,
  ClientMetadata: textMap,
  ClientId: required(clientId),
  Session: session,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export const InitiateAuth = action(input, async (request, services) => {
  const { ClientId, AuthFlow, AuthParameters: parameters = {}, ClientMetadata: clientMetadata, Session: session } = request;
  return initiate(services, 'InitiateAuth', AuthFlow, { ...clientOf(services, ClientId), parameters, clientMetadata, session });
});
