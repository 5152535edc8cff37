import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Each with the least work that fills its table. `peers` downloads packages, `memory` and `start` are only slow. */
const benchmarks = [
  ['existence', { PAIRS: '1' }, 'signUp'],
  ['growth', { SIGN_INS: '20' }, 'nine days later'],
  ['login', { ROUNDS: '1', CALLS: '20' }, 'NodejsFunction default'],
  ['sign-in', { USERS: '2', PAST: '2', ROUNDS: '1', SECONDS: '0.1', REST: '0' }, 'GraphQL, with activity and limits'],
  ['users', { USERS: '100' }, 'export'],
] as const;

// Not the figures, which depend on the machine: only that a benchmark still measures what it names.
test.concurrent.each(benchmarks)('npm run bench %s prints its table', { tags: ['exhaustive'] }, async (name, least, row) => {
  const env = { ...process.env, ...least };
  const { stdout } = await promisify(execFile)(process.execPath, [`bench/${name}.bench.ts`], { env });
  expect(stdout.split('\n')).toContainEqual(expect.stringMatching(new RegExp(`^${row} .*\\d`)));
});
