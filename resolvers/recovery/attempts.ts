import type { AccountTable } from '../account-table/account-table.ts';
import { AuthError } from '../errors/auth-error.ts';
import { countOne } from '../limits/count.ts';

/**
 * Counts an attempt to recover an account, before anything is checked.
 * @param owner The user, or what stands for the name that was typed.
 * @throws AuthError `TOO_MANY_ATTEMPTS`, `UNAVAILABLE`, `INTERNAL`.
 */
export type CountAttempt = (owner: string) => Promise<void>;

const HOUR_MS = 3_600_000;
const ATTEMPTS_AN_HOUR = 5;
const TIMEOUT_MS = 3_000;

export function createAttempts(accounts: AccountTable): CountAttempt {
  return async (owner) => {
    const hour = Math.floor(accounts.now() / HOUR_MS);
    const count = {
      owner,
      item: `recovery-attempts:${new Date(hour * HOUR_MS).toISOString().slice(0, 13)}`,
      limits: { attempts: ATTEMPTS_AN_HOUR },
      expiresAt: ((hour + 2) * HOUR_MS) / 1000,
      what: 'The attempt',
    };
    if ((await countOne(accounts, count, TIMEOUT_MS)) !== null) return;
    throw new AuthError('TOO_MANY_ATTEMPTS', 'Too many attempts. Wait an hour before you try again.', { retryable: true });
  };
}
