// The format of Cognito's files of users.
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-csv-header.html

/** The column with hashes of passwords. @see docs/aws-behaviour/cognito-import.md#cognito.import.hash-column */
export const hashColumn = 'cognito:password_hash';

/**
 * The values of a line. A comma within a value follows a backslash; there are no quotation marks; white space around a
 * value is trimmed.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.escapes
 */
export function valuesOf(line: string): string[] {
  return line.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim());
}

/** The line with these values, in which a line break becomes a space: the format has none. */
export function lineOf(values: readonly string[]): string {
  const written = values.map((value) =>
    value
      .replaceAll(/[\r\n]+/g, ' ')
      .replaceAll(',', '\\,')
      // Otherwise the next comma would be part of the value. The space is trimmed.
      .replace(/\\$/, '\\ '),
  );
  return `${written.join(',')}\n`;
}

/**
 * `2000-12-31` as `12/31/2000`. Anything else is no date, and remains.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.birthdate
 */
export function writtenDate(value: string): string {
  return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1');
}
