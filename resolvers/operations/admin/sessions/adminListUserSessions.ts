import { requireTrackedSessions } from '../../../account/tracked-sessions.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import { sessionsOf } from '../../../administration/user-sessions.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminListUserSessions: FieldOperation<'adminListUserSessions', TargetContext> = async (_, context) => {
  requireTrackedSessions(context);
  return sessionsOf(context, context.target);
};
