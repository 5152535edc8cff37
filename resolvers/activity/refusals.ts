import { ownerOfName } from '../account-table/account-table.ts';
import type { AuthErrorCode } from '../generated/schema.ts';
import type { AccountEvent, EventKind } from './events.ts';

/** The refusals that say something about an account, and not about the call or the deployment. */
const aboutAccount: ReadonlySet<AuthErrorCode> = new Set([
  'INVALID_CREDENTIALS',
  'CODE_MISMATCH',
  'CODE_EXPIRED',
  'USER_NOT_CONFIRMED',
  'USER_DISABLED',
  'PASSWORD_RESET_REQUIRED',
  'TEMPORARY_PASSWORD_EXPIRED',
  'TOO_MANY_ATTEMPTS',
  'TRIGGER_REFUSED',
]);

/**
 * A refused attempt with this name. It is recorded whether or not a user has the name, so that the response time
 * reveals nothing.
 */
export function refusal(kind: EventKind, name: string, code: AuthErrorCode): AccountEvent[] {
  return aboutAccount.has(code) ? [{ kind, owner: ownerOfName(name), detail: code }] : [];
}
