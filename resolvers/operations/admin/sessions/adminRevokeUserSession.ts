import { requireTrackedSessions } from '../../../account/tracked-sessions.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';

export const adminRevokeUserSession: FieldOperation<'adminRevokeUserSession', TargetContext> = async ({ input }, context) => {
  requireTrackedSessions(context);
  await context.cognito.send('AdminRevokeUserSession', {
    UserPoolId: context.userPoolId,
    Username: context.target.username,
    SessionId: bounded('sessionId', input.sessionId),
  });
  return true;
};
