import { requireTrackedSessions } from '../../../account/tracked-sessions.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const revokeUserSession: FieldOperation<'revokeUserSession', AccountContext> = async (
  { input },
  { cognito, request, tracksSessions },
) => {
  const { accessToken } = signedIn(request);
  requireTrackedSessions({ tracksSessions });
  await cognito.send('RevokeUserSession', { AccessToken: accessToken, SessionId: bounded('sessionId', input.sessionId) });
  return true;
};
