import type { Resources } from './deployed.ts';
import { type Guard, ofType } from './guard.ts';

const table = 'AWS::DynamoDB::Table';

/**
 * The table for what Cognito does not store, which holds the recovery codes that users have saved. It is recognised by
 * its key, since a stage can have other tables.
 */
export const accountTableGuard: Guard = {
  guards: `${table} (of the accounts)`,
  reads: [{ type: table, paths: ['KeySchema'] }],
  find: (before, after) => {
    const next = accountTables(after.resources);
    return accountTables(before.resources)
      .filter((id) => !next.includes(id))
      .map((id) => ({
        setting: next.length === 0 ? 'mfa.recoveryCodes' : 'constructs',
        what: `${table} ${id}`,
        was: id,
        becomes: next[0],
        loses:
          'The recovery codes that users have saved would stop working, and the activity would be lost: switched ' +
          'on again, there would be a new and empty table.',
        instead:
          next.length === 0
            ? 'Keep mfa.recoveryCodes on; or keep activity on for as long as users may need their codes.'
            : 'Keep the id and the place of every construct: the logical ids are derived from them.',
      }));
  },
};

function accountTables(resources: Resources): string[] {
  return ofType(table, resources).flatMap(([id, { properties }]) =>
    JSON.stringify(properties['KeySchema'] ?? '').includes('"owner"') ? [id] : [],
  );
}
