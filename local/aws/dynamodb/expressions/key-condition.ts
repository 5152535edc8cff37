import type { AwsError } from '../../protocol/service.ts';
import { invalid } from '../errors.ts';
import type { Bound } from '../items.ts';
import { keyBytes } from '../key.ts';
import type { Table } from '../table.ts';
import { compareValues, type Value } from '../value.ts';
import type { Placeholders } from './placeholders.ts';
import { createReader, type Reader } from './reader.ts';

/** A part of a table that a query reads. */
export interface KeyCondition {
  readonly partition: Uint8Array;
  readonly bounds: readonly Bound[];
}

interface Part {
  readonly attribute: string;
  readonly limits: readonly { readonly operator: Bound['operator']; readonly value: Value }[];
}

const comparators: readonly string[] = ['=', '<', '<=', '>', '>='] satisfies Bound['operator'][];

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 * @see docs/aws-behaviour/dynamodb.md#dynamodb.validation
 * @returns A function that applies the condition to a table, and throws if it does not fit the table's key.
 * @throws AwsError
 */
export function parseKeyCondition(text: string, placeholders: Placeholders): (table: Table) => KeyCondition {
  const read = createReader('KeyConditionExpression', text, placeholders);
  const parts = [part(read)];
  while (!read.isAtEnd()) {
    const joint = read.next();
    if (joint.toUpperCase() !== 'AND') throw unusable(joint);
    parts.push(part(read));
  }
  const names = parts.map(({ attribute }) => attribute);
  if (new Set(names).size < names.length) {
    throw invalid('KeyConditionExpressions must only contain one condition per key');
  }
  if (parts.length > 2) throw invalid('Conditions can be of length 1 or 2 only');
  return (table) => conditionOn(table, parts);
}

function part(read: Reader): Part {
  if (read.takes('(')) {
    const inner = part(read);
    read.expect(')');
    return inner;
  }
  const name = read.functionName();
  if (name !== undefined) {
    if (name !== 'begins_with') throw unusable(name);
    const attribute = read.attribute();
    read.expect(',');
    const value = read.value();
    read.expect(')');
    return { attribute, limits: [{ operator: 'begins_with', value }] };
  }
  const attribute = read.attribute();
  if (read.takes('BETWEEN')) return { attribute, limits: between(read) };
  const operator = read.next();
  if (!isComparator(operator)) throw unusable(operator);
  return { attribute, limits: [{ operator, value: read.value() }] };
}

function between(read: Reader): Part['limits'] {
  const low = read.value();
  read.expect('AND');
  const high = read.value();
  if ((compareValues(low, high) ?? 0) > 0) {
    const bounds = `lower bound operand: ${described(low)}, upper bound operand: ${described(high)}`;
    const text = 'The BETWEEN operator requires upper bound to be greater than or equal to lower bound';
    throw read.fault(`${text}; ${bounds}`);
  }
  return [
    { operator: '>=', value: low },
    { operator: '<=', value: high },
  ];
}

function described(value: Value): string {
  const [[type, content] = []] = Object.entries(value);
  return `AttributeValue: {${type}:${String(content)}}`;
}

function isComparator(operator: string): operator is Bound['operator'] {
  return comparators.includes(operator);
}

function unusable(operator: string): AwsError {
  return invalid(`Invalid operator used in KeyConditionExpression: ${operator.toUpperCase()}`);
}

function conditionOn(table: Table, parts: readonly Part[]): KeyCondition {
  const [[partitionName = '', partitionType = ''] = [], sortKey] = [...table.key];
  const partition = parts.find(({ attribute }) => attribute === partitionName);
  if (partition === undefined) throw invalid(`Query condition missed key schema element: ${partitionName}`);
  const other = parts.find(({ attribute }) => attribute !== partitionName);
  if (other !== undefined && sortKey === undefined) throw invalid('Query key condition not supported');
  if (other !== undefined && sortKey !== undefined && other.attribute !== sortKey[0]) {
    throw invalid(`Query condition missed key schema element: ${sortKey[0]}`);
  }
  const [only, ...more] = bounds(partition, partitionType);
  if (only?.operator !== '=' || more.length > 0) throw invalid('Query key condition not supported');
  return { partition: only.bytes, bounds: other === undefined ? [] : bounds(other, sortKey?.[1] ?? '') };
}

function bounds({ limits, attribute }: Part, type: string): Bound[] {
  return limits.map(({ operator, value }) => {
    if (!(type in value) || (operator === 'begins_with' && type === 'N')) {
      throw invalid('One or more parameter values were invalid: Condition parameter type does not match schema type');
    }
    const bytes = keyBytes(value);
    if (bytes.length > 0) return { operator, bytes };
    const kind = 'S' in value ? 'string' : 'binary';
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${attribute}`,
    );
  });
}
