import type { PasswordHashingAlgorithmType } from '@aws-sdk/client-cognito-identity-provider';
import type { CommandDescription, GivenOption } from '../../command-line/arguments.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { type Target, targetOptions } from '../target.ts';

export const importDescription: CommandDescription = {
  usage: 'npm run users:import -- [--stage <name> --role <arn>] [--hash <algorithm>] <file.csv>',
  summary: 'Imports users from a CSV file, whose columns are those of `aws cognito-idp get-csv-header`.',
  argument: '<file.csv>',
  options: {
    ...targetOptions,
    role: { value: '<arn>', help: 'The role with which Cognito writes the log of the import; for a deployed stage.' },
    hash: {
      value: '<algorithm>',
      help: 'The algorithm of the hashes in the column cognito:password_hash: BCRYPT, SCRYPT, ARGON2ID or PBKDF2_SHA256.',
    },
  },
  notes: ['Users who exist are skipped, so the command can be run again. See docs/operations.md.'],
};

const algorithms: readonly PasswordHashingAlgorithmType[] = ['ARGON2ID', 'BCRYPT', 'PBKDF2_SHA256', 'SCRYPT'];

export function algorithmOf(options: readonly GivenOption[]): PasswordHashingAlgorithmType | undefined {
  const given = options.find(({ name }) => name === 'hash');
  if (given === undefined) return undefined;
  const algorithm = algorithms.find((name) => name === given.value?.toUpperCase());
  if (algorithm === undefined) throw new UsageError(`--hash must be one of ${algorithms.join(', ')}.`);
  return algorithm;
}

/** The laptop writes the log itself and looks at no role. */
export function roleOf(options: readonly GivenOption[], { isLaptop }: Pick<Target, 'isLaptop'>): string {
  const role = options.find(({ name }) => name === 'role')?.value;
  if (role !== undefined) return role;
  if (isLaptop) return 'arn:aws:iam::000000000000:role/laptop';
  throw new UsageError(
    'Name the role with which Cognito writes the log of the import: --role arn:aws:iam::…:role/…. docs/operations.md says how to make it.',
  );
}
