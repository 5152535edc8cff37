import type { User } from '../store/users/user-store.ts';
import { notAuthorized } from '../wire/errors.ts';

/** Whether a user signs in through an external provider only, and has no password. */
export function isExternal({ status }: Pick<User, 'status'>): boolean {
  return status === 'EXTERNAL_PROVIDER';
}

/**
 * Throws NotAuthorizedException for an operation that only the pool's own users have.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.refused
 */
export function refuseExternal(
  user: Pick<User, 'status'>,
  deed: 'get auth details' | 'change password' | 'set up MFA' | 'register a passkey' | 'verify this address',
): void {
  if (isExternal(user)) throw notAuthorized(`User is not authorized to ${deed}.`);
}
