import { action } from '../../action.ts';
import { describeSessions } from '../../tokens/token-sessions.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { nextToken, username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username), NextToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserSessions.html */
export const AdminListUserSessions = action(input, ({ UserPoolId, Username, NextToken }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  if (NextToken !== undefined) throw invalidParameter('Invalid NextToken');
  return { Sessions: describeSessions(services, pool, user) };
});
