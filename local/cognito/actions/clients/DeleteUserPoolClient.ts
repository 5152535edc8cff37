import { action } from '../../action.ts';
import { clientInPool } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ClientId: required(clientId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html */
export const DeleteUserPoolClient = action(input, ({ UserPoolId, ClientId }, services) => {
  services.pools.deleteClient(clientInPool(services, UserPoolId, ClientId).id);
  return {};
});
