import { action } from '../../action.ts';
import { describeResourceServer, resourceServerMembers, updateResourceServer } from '../../pools/resource-servers.ts';
import { poolOf } from '../../users/accounts.ts';
import { structure } from '../../wire/members.ts';

/**
 * Without `Scopes`, the resource server has none afterwards.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateResourceServer.html
 */
export const UpdateResourceServer = action(structure(resourceServerMembers), (input, services) => ({
  ResourceServer: describeResourceServer(updateResourceServer(services, poolOf(services, input.UserPoolId), input)),
}));
