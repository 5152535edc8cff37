import { action } from '../../action.ts';
import { poolOf, updateUser, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/**
 * Refuses the user from now on, and everything their tokens could do here.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export const AdminDisableUser = action(input, ({ UserPoolId, Username }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  updateUser(services, pool, user, { enabled: false, generation: user.generation + 1 });
  return {};
});
