import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { groupOf } from '../../users/group-members.ts';
import { required, structure } from '../../wire/members.ts';
import { groupName, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), GroupName: required(groupName) });

/**
 * Deletes the group, but not its members.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html
 */
export const DeleteGroup = action(input, ({ UserPoolId, GroupName }, services) => {
  const { poolId, name } = groupOf(services, poolOf(services, UserPoolId), GroupName);
  services.transaction(() => services.groups.remove(poolId, name));
  return {};
});
