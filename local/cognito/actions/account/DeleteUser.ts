import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { deleteUser } from '../../users/delete-user.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html */
export const DeleteUser = action(input, async ({ AccessToken }, services) => {
  const { user } = await bearerOf(services, AccessToken);
  deleteUser(services, user);
  return {};
});
