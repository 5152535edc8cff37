import type { AccountTable } from '../account-table/account-table.ts';
import type { Request } from '../call/request.ts';
import type { AttemptLimitsConfig } from '../config/limits.ts';
import { AuthError } from '../errors/auth-error.ts';
import { countOf } from './allowance.ts';
import { type Count, countOne, takeBack } from './count.ts';
import { networkOf, normalised, ownerOf } from './owners.ts';

/** Counts passwords and codes before Cognito checks them. */
export interface AttemptLimits {
  /**
   * Counts a password for the combination of caller and name. So a caller who tries passwords for somebody else's name
   * is stopped before Cognito locks the user for everybody, while the user can still sign in from elsewhere. If the
   * table is unreachable, every password passes, since nobody could sign in otherwise, and Cognito's own lock still
   * applies.
   * @returns A function to call once the password was right. It undoes the count if necessary.
   * @throws AuthError `TOO_MANY_ATTEMPTS`.
   */
  readonly countPassword: (name: string, request: Pick<Request, 'sourceIp'>) => Promise<() => Promise<void>>;
  /**
   * Counts a code for the session that it answers, so other sessions are not affected. The number of sessions is
   * limited by the messages or passwords that they require. If the table is unreachable, no code passes, since a code
   * of six digits could be guessed before it expires.
   * @throws AuthError `TOO_MANY_ATTEMPTS`, `UNAVAILABLE`, `INTERNAL`.
   */
  readonly countCode: (session: string) => Promise<void>;
}

export interface AttemptLimitsOptions extends AccountTable {
  readonly limits: AttemptLimitsConfig;
  /** Called with the error if a count could not be made or undone. */
  readonly lost: (error: unknown) => void;
}

/** If a password cannot be counted within this time, it passes. */
const PASSWORD_TIMEOUT_MS = 500;
/** After that, no password is counted for this time, so that an unreachable table delays few users. */
const PAUSE_MS = 10_000;
/**
 * Up to this share of the limit, a right password stays counted, since undoing it would be a second write in nearly
 * every sign-in. Beyond it, the count of each right password is undone, so right passwords alone never reach the limit.
 */
const SHARE_OF_RIGHT_ONES = 0.5;
const CODE_TIMEOUT_MS = 3_000;
/** The longest life of a session is 15 minutes (API_CreateUserPoolClient, AuthSessionValidity). */
const SESSION_SECONDS = 3_600;

export function createAttemptLimits({ limits, lost, ...accounts }: AttemptLimitsOptions): AttemptLimits {
  const { table, now } = accounts;
  let pausedUntil = 0;
  return {
    countPassword: async (name, { sourceIp }) => {
      // An unknown caller cannot be told apart from the user.
      if (sourceIp === null || now() < pausedUntil) return nothing;
      const owner = ownerOf(table, 'passwords', `${networkOf(sourceIp)} ${normalised(name)}`);
      const allowance = { perHour: limits.passwordsPerHour, perDay: null };
      const count = countOf({ owner, kind: 'passwords', what: 'The password' }, allowance, now());
      if (count === null) return nothing;
      const counted = await countOne(accounts, count, PASSWORD_TIMEOUT_MS).catch((error: unknown) => {
        pausedUntil = now() + PAUSE_MS;
        lost(error);
        return 0;
      });
      if (counted === null) throw tooMany();
      if (counted <= limits.passwordsPerHour * SHARE_OF_RIGHT_ONES) return nothing;
      return () => takeBack(accounts, count, PASSWORD_TIMEOUT_MS).catch(lost);
    },
    countCode: async (session) => {
      const count: Count = {
        owner: ownerOf(table, 'session', session),
        item: 'codes',
        limits: { codes: limits.codesPerSession },
        expiresAt: Math.floor(now() / 1000) + SESSION_SECONDS,
        what: 'The code',
      };
      if ((await countOne(accounts, count, CODE_TIMEOUT_MS)) === null) throw tooMany();
    },
  };
}

const nothing = async (): Promise<void> => undefined;

/** The same answer as for a user whom Cognito has locked. */
function tooMany(): AuthError {
  return new AuthError('TOO_MANY_ATTEMPTS', 'Too many attempts. Wait before you try again.', { retryable: true });
}
