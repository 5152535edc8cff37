import { action } from '../../action.ts';
import { identifier, resourceServerOf } from '../../pools/resource-servers.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Identifier: required(identifier) });

/**
 * Clients keep its scopes, which are in no token from now on.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html
 */
export const DeleteResourceServer = action(input, ({ UserPoolId, Identifier }, services) => {
  const server = resourceServerOf(services, poolOf(services, UserPoolId), Identifier);
  services.resourceServers.remove(server.poolId, server.identifier);
  return {};
});
