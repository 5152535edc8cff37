import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { createGroup, describeGroup, groupMembers } from '../../users/group-members.ts';
import { structure } from '../../wire/members.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export const CreateGroup = action(structure(groupMembers), (input, services) => ({
  Group: describeGroup(createGroup(services, poolOf(services, input.UserPoolId), input)),
}));
