import { action } from '../../action.ts';
import { createResourceServer, describeResourceServer, resourceServerMembers } from '../../pools/resource-servers.ts';
import { poolOf } from '../../users/accounts.ts';
import { structure } from '../../wire/members.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
export const CreateResourceServer = action(structure(resourceServerMembers), (input, services) => ({
  ResourceServer: describeResourceServer(createResourceServer(services, poolOf(services, input.UserPoolId), input)),
}));
