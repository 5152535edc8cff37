import { ownerOfName } from '../account-table/account-table.ts';
import type { AuthErrorCode } from '../generated/schema.ts';
import type { AccountEvent, EventKind } from './events.ts';

/** The refusals that are about an account, and not about the call or the deployment. */
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
 * A refusal of somebody who has typed this name. Whether anybody has it makes no difference, so that the time of the
 * answer tells nothing.
 */
export function refusal(kind: EventKind, name: string, code: AuthErrorCode): AccountEvent[] {
  return aboutAccount.has(code) ? [{ kind, owner: ownerOfName(name), detail: code }] : [];
}
