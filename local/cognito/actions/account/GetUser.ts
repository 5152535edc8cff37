import { action } from '../../action.ts';
import { describeMfa } from '../../sign-in/factors/mfa-preference.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { readable, toList } from '../../users/attributes.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
export const GetUser = action(input, async ({ AccessToken }, services) => {
  const { pool, client, user } = await bearerOf(services, AccessToken);
  const attributes = readable(client, user.attributes);
  return { Username: user.username, UserAttributes: toList({ ...user, attributes }), ...describeMfa(services, pool, user) };
});
