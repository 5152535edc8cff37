import { toSession } from '../../../account/session.ts';
import { requireTrackedSessions } from '../../../account/tracked-sessions.ts';
import { drained } from '../../../aws/many.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const sessions: FieldOperation<'sessions', AccountContext> = async (_, { cognito, request, tracksSessions }) => {
  const { accessToken } = signedIn(request);
  requireTrackedSessions({ tracksSessions });
  const all = await drained(async (NextToken) => {
    const { Sessions = [], NextToken: next } = await cognito.send('ListUserSessions', {
      AccessToken: accessToken,
      ...(NextToken !== undefined && { NextToken }),
    });
    return { items: Sessions, next };
  });
  return all.map(toSession);
};
