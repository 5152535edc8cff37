import { AuthError } from '../errors/auth-error.ts';

/** @throws AuthError `NOT_ENABLED` if Cognito keeps no list of sessions. */
export function requireTrackedSessions({ tracksSessions }: { readonly tracksSessions: boolean }): void {
  if (!tracksSessions) throw new AuthError('NOT_ENABLED', 'Sessions are not tracked here.');
}
