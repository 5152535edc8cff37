import { action } from '../../action.ts';
import { poolOf, updateUser, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/**
 * Lets a disabled user in again.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html
 */
export const AdminEnableUser = action(input, ({ UserPoolId, Username }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  updateUser(services, pool, user, { enabled: true });
  return {};
});
