import { action } from '../../action.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { joinGroup } from '../../users/group-members.ts';
import { required, structure } from '../../wire/members.ts';
import { groupName, username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username), GroupName: required(groupName) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html */
export const AdminAddUserToGroup = action(input, ({ UserPoolId, Username, GroupName }, services) => {
  const pool = poolOf(services, UserPoolId);
  joinGroup(services, pool, userForAdmin(services, pool, Username), GroupName);
  return {};
});
