import { bearerOf } from '../access-token.ts';
import { action } from '../action.ts';
import { readable, toList } from '../attributes.ts';
import { required, structure } from '../members.ts';
import { describeMfa } from '../mfa-preference.ts';
import { token } from '../model.ts';

const input = structure({ AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
export const GetUser = action(input, async ({ AccessToken }, services) => {
  const { pool, client, user } = await bearerOf(services, AccessToken);
  const attributes = readable(client, user.attributes);
  return { Username: user.username, UserAttributes: toList({ sub: user.sub, attributes }), ...describeMfa(services, pool, user) };
});
