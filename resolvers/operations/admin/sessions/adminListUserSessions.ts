import { requireTrackedSessions } from '../../../account/tracked-sessions.ts';
import { sessionsOf } from '../../../administration/user-sessions.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { TargetContext } from '../../contexts.ts';

export const adminListUserSessions: FieldOperation<'adminListUserSessions', TargetContext> = async (_, context) => {
  requireTrackedSessions(context);
  return sessionsOf(context, context.target);
};
