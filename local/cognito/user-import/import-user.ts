import type { Services } from '../services.ts';
import { enabledMfas } from '../settings/mfa-types.ts';
import type { ImportJob } from '../store/import-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import { insertUser, refuseTaken } from '../users/accounts.ts';
import { newUser, usernameFor } from '../users/new-user.ts';
import { CognitoError } from '../wire/errors.ts';
import { checkAttributes, readRow } from './read-row.ts';

/** What became of a row, with the text for the log. */
export interface Outcome {
  readonly is: 'imported' | 'skipped' | 'failed';
  readonly text: string;
}

/**
 * Imports the user of one row. No trigger runs and no message is sent. A user without a hash must reset the password.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.status
 */
export function importUser(services: Services, pool: UserPool, job: ImportJob, line: string): Outcome {
  try {
    const row = readRow(pool, job, line);
    const named = usernameFor(pool, row.username, services.world);
    const attributes = { ...row.attributes, ...named.attributes };
    checkAttributes(pool, attributes);
    const user = newUser(
      pool,
      {
        ...named,
        attributes,
        status: row.hash === null ? 'RESET_REQUIRED' : 'CONFIRMED',
        password: null,
        importedHash: row.hash,
        passwordExpiresAt: null,
      },
      services.world,
    );
    // Before anything is stored, since all rows of a part are stored in one transaction.
    refuseTaken(services, pool, user, {});
    const { id } = insertUser(services, pool, user, {});
    if (row.usesMfa && enabledMfas(pool.settings).includes('SMS_MFA') && attributes['phone_number']) {
      services.mfa.putPreference(id, { enabled: ['SMS_MFA'], preferred: 'SMS_MFA' });
    }
    return { is: 'imported', text: 'The import succeeded.' };
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    if (error.name === 'UsernameExistsException') return { is: 'skipped', text: 'The user already exists.' };
    return { is: 'failed', text: error.message.replaceAll('\n', ' ') };
  }
}
