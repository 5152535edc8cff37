import { action } from '../../action.ts';
import { describeAuthFactors } from '../../sign-in/factors/auth-factors.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html */
export const GetUserAuthFactors = action(input, async ({ AccessToken }, services) => {
  const { pool, user } = await bearerOf(services, AccessToken);
  return describeAuthFactors(services, pool, user);
});
