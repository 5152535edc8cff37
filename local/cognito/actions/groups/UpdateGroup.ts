import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { describeGroup, groupMembers, updateGroup } from '../../users/group-members.ts';
import { structure } from '../../wire/members.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html */
export const UpdateGroup = action(structure(groupMembers), (input, services) => ({
  Group: describeGroup(updateGroup(services, poolOf(services, input.UserPoolId), input)),
}));
