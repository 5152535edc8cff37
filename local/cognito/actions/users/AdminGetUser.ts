import { action } from '../../action.ts';
import { describeMfa } from '../../sign-in/factors/mfa-preference.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { describeUser } from '../../users/user-output.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export const AdminGetUser = action(input, ({ UserPoolId, Username }, services) => {
  const pool = poolOf(services, UserPoolId);
  const found = userForAdmin(services, pool, Username);
  const { Attributes, ...user } = describeUser(found);
  return { ...user, UserAttributes: Attributes, ...describeMfa(services, pool, found) };
});
