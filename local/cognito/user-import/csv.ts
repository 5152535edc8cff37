import type { PasswordHashingAlgorithmType } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolSettings } from '../settings/pool.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-csv-header.html

/** The column with hashes of passwords. @see docs/aws-behaviour/cognito-import.md#cognito.import.hash-column */
export const hashColumn = 'cognito:password_hash';

/**
 * The columns of a file with users, in Cognito's order.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.header
 */
export function csvHeader({ SchemaAttributes }: PoolSettings): string[] {
  const attributes = SchemaAttributes.map(({ Name }) => Name).filter((name) => name !== 'sub');
  return [...attributes, 'cognito:mfa_enabled', 'cognito:username'];
}

/** Whether a file may have these columns, in whichever order. Only a job with an algorithm takes hashes. */
export function isHeader(
  settings: PoolSettings,
  algorithm: PasswordHashingAlgorithmType | null,
  columns: readonly string[],
): boolean {
  const known = csvHeader(settings);
  const optional = algorithm === null ? [] : [hashColumn];
  const given = new Set(columns);
  return (
    given.size === columns.length &&
    known.every((name) => given.has(name)) &&
    columns.every((name) => known.includes(name) || optional.includes(name))
  );
}

/**
 * The values of a line. A comma within a value follows a backslash; there are no quotation marks; white space around a
 * value is trimmed.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.escapes
 */
export function valuesOf(line: string): string[] {
  return line.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim());
}
