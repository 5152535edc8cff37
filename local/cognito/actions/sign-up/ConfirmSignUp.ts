import { action } from '../../action.ts';
import { checkSecretHash } from '../../secrets/secret-hash.ts';
import { confirmSignUp } from '../../sign-up/confirm-sign-up.ts';
import { clientOf } from '../../users/accounts.ts';
import { boolean, required, structure } from '../../wire/members.ts';
import { clientId, confirmationCode, secretHash, session, textMap, userContextData, username } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  ConfirmationCode: required(confirmationCode),
  ForceAliasCreation: boolean,
  ClientMetadata: textMap,
  Session: session,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export const ConfirmSignUp = action(input, async (request, services) => {
  const { client, pool } = clientOf(services, request.ClientId);
  checkSecretHash(client, request.Username, request.SecretHash);
  return confirmSignUp(services, client, pool, {
    username: request.Username,
    code: request.ConfirmationCode,
    force: request.ForceAliasCreation,
    session: request.Session,
    clientMetadata: request.ClientMetadata,
  });
});
