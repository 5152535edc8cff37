import { isHash } from '../secrets/hashes/imported-hash.ts';
import type { ImportJob } from '../store/import-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Attributes } from '../store/users/user-store.ts';
import { checkSchema, refuseLoneFlags } from '../users/attributes.ts';
import { invalidParameter } from '../wire/errors.ts';
import { hashColumn, valuesOf } from './csv.ts';

/** A user as a row of a file describes them. */
export interface Row {
  readonly username: string;
  readonly attributes: Attributes;
  /** `cognito:mfa_enabled`. */
  readonly usesMfa: boolean;
  readonly hash: string | null;
}

const longestRow = 16_000;

/**
 * Reads a row. Throws InvalidParameterException with a text that goes to the log, and therefore has nothing of the
 * user. Except for the missing verified address, the texts are our own.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.row-texts
 */
export function readRow(pool: UserPool, { header, algorithm }: Pick<ImportJob, 'header' | 'algorithm'>, line: string): Row {
  if (line.length > longestRow) throw invalidParameter('The row is longer than 16000 characters.');
  const columns = header ?? [];
  const values = valuesOf(line);
  if (values.length !== columns.length) {
    throw invalidParameter(`The row has ${values.length} values, and the header has ${columns.length} columns.`);
  }
  const given = new Map(columns.map((name, at) => [name, values[at] ?? '']));
  const username = given.get('cognito:username') ?? '';
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(username)) {
    throw invalidParameter('cognito:username: The value must have 1 to 128 characters, none of them white space.');
  }
  const usesMfa = mfaFlag(pool, given.get('cognito:mfa_enabled') ?? '');
  const hash = given.get(hashColumn) || null;
  if (hash !== null && !(algorithm !== null && isHash(algorithm, hash))) {
    throw invalidParameter(`${hashColumn}: The value is no hash of the algorithm ${algorithm}.`);
  }
  const attributes = Object.fromEntries(
    [...given].filter(([name, value]) => value !== '' && !name.startsWith('cognito:')).map(toAttribute),
  );
  return { username, attributes, usesMfa, hash };
}

/** Checks the attributes of a row together with what the username adds to them. Throws like `readRow`. */
export function checkAttributes({ settings }: UserPool, attributes: Attributes): void {
  const verified = settings.AutoVerifiedAttributes.some((name) => attributes[`${name}_verified`] === 'true');
  if (!verified) {
    throw invalidParameter(
      'The User Record does not set any of the auto verified attributes to verified. (Example: email_verified to true).',
    );
  }
  checkSchema(settings, attributes, true);
  refuseLoneFlags(attributes);
}

function mfaFlag({ settings: { MfaConfiguration } }: UserPool, value: string): boolean {
  const flag = readFlag('cognito:mfa_enabled', value) === 'true';
  if (MfaConfiguration === 'ON' && !flag) throw invalidParameter('cognito:mfa_enabled: The user pool requires true.');
  if (MfaConfiguration === 'OFF' && flag) throw invalidParameter('cognito:mfa_enabled: The user pool requires false.');
  return flag;
}

function readFlag(name: string, value: string): string {
  const flag = value.toLowerCase();
  if (flag !== 'true' && flag !== 'false') throw invalidParameter(`${name}: The value must be true or false.`);
  return flag;
}

/** @see docs/aws-behaviour/cognito-import.md#cognito.import.birthdate */
function toAttribute([name, value]: [string, string]): [string, string] {
  if (name.endsWith('_verified')) return [name, readFlag(name, value)];
  if (name !== 'birthdate') return [name, value];
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value) ?? [];
  if (year === undefined) throw invalidParameter('birthdate: The value must have the format mm/dd/yyyy.');
  return [name, `${year}-${month}-${day}`];
}
