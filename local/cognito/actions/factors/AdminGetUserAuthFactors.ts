import { action } from '../../action.ts';
import { describeAuthFactors } from '../../sign-in/factors/auth-factors.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUserAuthFactors.html */
export const AdminGetUserAuthFactors = action(input, ({ UserPoolId, Username }, services) => {
  const pool = poolOf(services, UserPoolId);
  return describeAuthFactors(services, pool, userForAdmin(services, pool, Username));
});
