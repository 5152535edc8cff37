import type { AccountTable } from '../account-table/account-table.ts';
import type { Request } from '../call/request.ts';
import type { AttemptLimitsConfig } from '../config/limits.ts';
import { AuthError } from '../errors/auth-error.ts';
import { countOf } from './allowance.ts';
import { type Count, countOne, takeBack } from './count.ts';
import { networkOf, normalised, ownerOf } from './owners.ts';

/** Counts what is tried in a sign-in, before Cognito judges it. */
export interface AttemptLimits {
  /**
   * Counts a password for its caller and name together. So whoever tries passwords in somebody's name is stopped before
   * Cognito locks the user out for everybody, and the user, who calls from elsewhere, is not. Where the table is out of
   * reach it lets everybody pass: Cognito's own lock is still behind it, and nobody could sign in otherwise.
   * @returns To be called once the password was right. Takes it back where that is needed.
   * @throws AuthError `TOO_MANY_ATTEMPTS`.
   */
  readonly countPassword: (name: string, request: Pick<Request, 'sourceIp'>) => Promise<() => Promise<void>>;
  /**
   * Counts a code for the session that it answers. Nobody else's session is touched, and how many sessions somebody has
   * is limited by the messages or the passwords that these want. Where the table is out of reach nobody passes: a code
   * of six digits could be tried out within the minutes of its life.
   * @throws AuthError `TOO_MANY_ATTEMPTS`, `UNAVAILABLE`, `INTERNAL`.
   */
  readonly countCode: (session: string) => Promise<void>;
}

export interface AttemptLimitsOptions extends AccountTable {
  readonly limits: AttemptLimitsConfig;
  /** Told of what could not be counted, or taken back. */
  readonly lost: (error: unknown) => void;
}

/** A password that cannot be counted in this time passes. */
const PASSWORD_TIMEOUT_MS = 500;
/** For so long no password is counted after that, so that a table that is out of reach holds up hardly anybody. */
const PAUSE_MS = 10_000;
/**
 * Up to this share of the limit, a right password stays counted: to take it back would be a second write in nearly every
 * sign-in. Beyond it each right password is taken back, so right ones alone never reach the limit.
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
      // Of an unknown caller, nobody can tell whether they are the user.
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

/** In the words of a user whom Cognito has locked out. */
function tooMany(): AuthError {
  return new AuthError('TOO_MANY_ATTEMPTS', 'Too many attempts. Wait before you try again.', { retryable: true });
}
