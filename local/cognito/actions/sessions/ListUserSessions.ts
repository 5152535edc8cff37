import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { describeSessions } from '../../tokens/token-sessions.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { nextToken, token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token), NextToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserSessions.html */
export const ListUserSessions = action(input, async ({ AccessToken, NextToken }, services) => {
  const { pool, user, signIn } = await bearerOf(services, AccessToken);
  // One page contains all of them, so no token was ever issued.
  if (NextToken !== undefined) throw invalidParameter('Invalid NextToken');
  return { Sessions: describeSessions(services, pool, user, signIn) };
});
