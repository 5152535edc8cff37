import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { revokeSession } from '../../tokens/token-sessions.ts';
import { required, structure } from '../../wire/members.ts';
import { revokeAssociatedSessions, token, tokenSessionId } from '../../wire/model.ts';

const input = structure({
  AccessToken: required(token),
  SessionId: required(tokenSessionId),
  RevokeAssociatedSessions: revokeAssociatedSessions,
});

/**
 * No session here is derived from another, so LINKED ends the same session as NONE.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeUserSession.html
 */
export const RevokeUserSession = action(input, async ({ AccessToken, SessionId }, services) => {
  const { pool, user, signIn } = await bearerOf(services, AccessToken);
  revokeSession(services, pool, user, SessionId, signIn);
  return {};
});
