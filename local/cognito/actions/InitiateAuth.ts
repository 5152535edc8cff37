import { clientOf } from '../accounts.ts';
import { action } from '../action.ts';
import { requiredAnswer } from '../challenges/answers.ts';
import { flowOf } from '../flows.ts';
import { required, structure } from '../members.ts';
import { authFlow, clientId, session, textMap } from '../model.ts';

const input = structure({
  AuthFlow: required(authFlow),
  AuthParameters: textMap,
  ClientMetadata: textMap,
  ClientId: required(clientId),
  Session: session,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export const InitiateAuth = action(input, async (request, services) => {
  const { ClientId, AuthFlow, AuthParameters: parameters = {}, ClientMetadata: clientMetadata } = request;
  const { client, pool } = clientOf(services, ClientId);
  const flow = flowOf(AuthFlow);
  flow.allowed(client);
  for (const name of flow.parameters) requiredAnswer(parameters, name);
  flow.checkSecretHash(services, client, parameters);
  return flow.begin(services, { pool, client, parameters, clientMetadata });
});
