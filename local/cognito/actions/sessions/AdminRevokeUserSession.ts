import { action } from '../../action.ts';
import { revokeSession } from '../../tokens/token-sessions.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { revokeAssociatedSessions, tokenSessionId, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  SessionId: required(tokenSessionId),
  RevokeAssociatedSessions: revokeAssociatedSessions,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRevokeUserSession.html */
export const AdminRevokeUserSession = action(input, ({ UserPoolId, Username, SessionId }, services) => {
  const pool = poolOf(services, UserPoolId);
  revokeSession(services, pool, userForAdmin(services, pool, Username), SessionId);
  return {};
});
