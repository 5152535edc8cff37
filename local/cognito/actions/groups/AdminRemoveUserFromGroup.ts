import { action } from '../../action.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { groupOf } from '../../users/group-members.ts';
import { required, structure } from '../../wire/members.ts';
import { groupName, username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username), GroupName: required(groupName) });

/**
 * Tokens that were issued earlier still contain the group until they expire.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
 */
export const AdminRemoveUserFromGroup = action(input, ({ UserPoolId, Username, GroupName }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  services.groups.leave(user.id, groupOf(services, pool, GroupName).name);
  return {};
});
