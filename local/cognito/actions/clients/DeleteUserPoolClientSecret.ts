import { action } from '../../action.ts';
import { deleteSecret } from '../../pools/client-secrets.ts';
import { clientInPool } from '../../users/accounts.ts';
import { required, string, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  ClientId: required(clientId),
  ClientSecretId: required(string({ min: 1, max: 128 })),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClientSecret.html */
export const DeleteUserPoolClientSecret = action(input, ({ UserPoolId, ClientId, ClientSecretId }, services) => {
  deleteSecret(services, clientInPool(services, UserPoolId, ClientId), ClientSecretId);
  return {};
});
