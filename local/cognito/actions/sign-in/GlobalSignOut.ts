import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { updateUser } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html */
export const GlobalSignOut = action(input, async ({ AccessToken }, services) => {
  const { pool, user } = await bearerOf(services, AccessToken);
  updateUser(services, pool, user, { generation: user.generation + 1 });
  return {};
});
