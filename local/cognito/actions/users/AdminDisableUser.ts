import { action } from '../../action.ts';
import { poolOf, updateUser, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/**
 * From now on refuses the user's sign-ins and their tokens.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export const AdminDisableUser = action(input, ({ UserPoolId, Username }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  updateUser(services, pool, user, { enabled: false, generation: user.generation + 1 });
  return {};
});
