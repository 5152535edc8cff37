import type { Resources } from './deployed.ts';
import { type Guard, ofType } from './guard.ts';

const table = 'AWS::DynamoDB::Table';

/**
 * The table of what Cognito does not keep, which holds the recovery codes that users have saved. It is known by its
 * key: the others count.
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
          'The recovery codes that users have saved would open nothing any more, and the activity would be gone: switched on again, there would be a new and empty table.',
        instead:
          next.length === 0
            ? 'Keep mfa.recoveryCodes on; or keep activity on for as long as nobody counts on their codes.'
            : 'Give every construct the id and the place that it had: they make the logical ids.',
      }));
  },
};

function accountTables(resources: Resources): string[] {
  return ofType(table, resources).flatMap(([id, { properties }]) =>
    JSON.stringify(properties['KeySchema'] ?? '').includes('"owner"') ? [id] : [],
  );
}
