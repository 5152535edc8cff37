import { action } from '../../action.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { deleteUser } from '../../users/delete-user.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html */
export const AdminDeleteUser = action(input, ({ UserPoolId, Username }, services) => {
  deleteUser(services, userForAdmin(services, poolOf(services, UserPoolId), Username));
  return {};
});
