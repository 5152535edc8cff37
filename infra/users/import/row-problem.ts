import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { hashColumn, valuesOf } from '../csv.ts';
import type { Pool } from '../pool.ts';

const longestRow = 16_000;

/**
 * What is wrong with a row, as far as the pool's settings tell; undefined if nothing is. Such a row is not uploaded:
 * Cognito ends a job in which too many rows fail. The text has nothing of the user, since it may be a secret.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.row-texts
 */
export function rowProblem(pool: Pool, columns: readonly string[], line: string | undefined): string | undefined {
  if (line === undefined) return 'The row is not UTF-8.';
  if (line.length > longestRow) return 'The row is longer than 16,000 characters.';
  const values = valuesOf(line);
  if (values.length !== columns.length) {
    return `The row has ${values.length} values, and the header has ${columns.length} columns. A comma within a value follows a backslash.`;
  }
  const row = new Map(columns.map((name, at) => [name, values[at] ?? '']));
  return userProblem(pool, row) ?? attributesProblem(pool, row);
}

function userProblem({ autoVerified, addressNames, mfa }: Pool, row: ReadonlyMap<string, string>): string | undefined {
  const username = row.get('cognito:username') ?? '';
  if (username === '') return 'cognito:username: The value is missing.';
  if (/\s/.test(username)) return 'cognito:username: The value has white space in it.';
  const flag = (row.get('cognito:mfa_enabled') ?? '').toLowerCase();
  if (flag !== 'true' && flag !== 'false') return 'cognito:mfa_enabled: The value must be true or false.';
  if (mfa === 'ON' && flag !== 'true') return 'cognito:mfa_enabled: The user pool requires true.';
  if (mfa === 'OFF' && flag !== 'false') return 'cognito:mfa_enabled: The user pool requires false.';
  const has = (name: string): boolean => row.get(name) !== '' || (addressNames.includes(name) && matchesAddress(name, username));
  const verified = autoVerified.filter((name) => row.get(`${name}_verified`)?.toLowerCase() === 'true');
  if (verified.length === 0) {
    return `One of ${autoVerified.map((name) => `${name}_verified`).join(' and ')} must be true: without a verified address, nobody can reset the password.`;
  }
  const missing = ['email', 'phone_number'].find((name) => row.get(`${name}_verified`) && !has(name));
  return missing && `${missing}: The value is missing, and ${missing}_verified is not.`;
}

function matchesAddress(name: string, username: string): boolean {
  return name === 'email' ? username.includes('@') : username.startsWith('+');
}

function attributesProblem({ schema, addressNames }: Pool, row: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of row) {
    const attribute = schema.get(name);
    if (attribute === undefined || name === hashColumn) continue;
    if (value === '') {
      if (attribute.Required && !addressNames.includes(name)) return `${name}: The attribute is required.`;
      continue;
    }
    const problem = name === 'birthdate' ? dateProblem(value) : valueProblem(attribute, value);
    if (problem !== undefined) return `${name}: ${problem}`;
  }
  return undefined;
}

function dateProblem(value: string): string | undefined {
  return /^\d\d\/\d\d\/\d{4}$/.test(value) ? undefined : 'The value must have the format mm/dd/yyyy.';
}

function valueProblem(attribute: SchemaAttributeType, value: string): string | undefined {
  const { AttributeDataType, StringAttributeConstraints: text, NumberAttributeConstraints: number } = attribute;
  if (AttributeDataType === 'Boolean') {
    return /^(?:true|false)$/i.test(value) ? undefined : 'The value must be true or false.';
  }
  if (AttributeDataType === 'Number') {
    if (!/^-?\d+$/.test(value)) return 'The value must be a number.';
    if (Number(value) < Number(number?.MinValue ?? Number.NEGATIVE_INFINITY))
      return `The value must be at least ${number?.MinValue}.`;
    if (Number(value) > Number(number?.MaxValue ?? Number.POSITIVE_INFINITY))
      return `The value must be at most ${number?.MaxValue}.`;
  }
  if (AttributeDataType === 'String') {
    if (value.length < Number(text?.MinLength ?? 0)) return `The value must have at least ${text?.MinLength} characters.`;
    if (value.length > Number(text?.MaxLength ?? 2048))
      return `The value must have at most ${text?.MaxLength ?? 2048} characters.`;
  }
  return undefined;
}
