import { AuthError } from '../errors/auth-error.ts';
import type { AccountContext } from '../operations/contexts.ts';

/** @throws AuthError `NOT_ENABLED` where Cognito keeps no list of sessions. */
export function requireTrackedSessions({ tracksSessions }: Pick<AccountContext, 'tracksSessions'>): void {
  if (!tracksSessions) throw new AuthError('NOT_ENABLED', 'Sessions are not tracked here.');
}
