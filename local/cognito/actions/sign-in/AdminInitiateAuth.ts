import { action } from '../../action.ts';
import { initiate } from '../../sign-in/initiate.ts';
import { clientInPool, poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { authFlow, clientId, contextData, session, textMap, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  ClientId: required(clientId),
  AuthFlow: required(authFlow),
  AuthParameters: textMap,
  ClientMetadata: textMap,
  ContextData: contextData,
  Session: session,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html */
export const AdminInitiateAuth = action(input, async (request, services) => {
  const { UserPoolId, ClientId, AuthFlow, AuthParameters: parameters = {}, ClientMetadata: clientMetadata } = request;
  const pool = poolOf(services, UserPoolId);
  const client = clientInPool(services, UserPoolId, ClientId);
  return initiate(services, 'AdminInitiateAuth', AuthFlow, {
    pool,
    client,
    parameters,
    clientMetadata,
    session: request.Session,
  });
});
