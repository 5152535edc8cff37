import { AwsError, type Input, notImplemented, type Operation } from '../../protocol/service.ts';
import { failsConstraint, invalid } from '../errors.ts';
import { parseCondition } from '../expressions/condition.ts';
import { type KeyCondition, parseKeyCondition } from '../expressions/key-condition.ts';
import { type Placeholders, readPlaceholders } from '../expressions/placeholders.ts';
import { only, parseProjection } from '../expressions/projection.ts';
import { itemSize } from '../item-size.ts';
import type { Bound, Items } from '../items.ts';
import { type Key, readKey } from '../key.ts';
import type { Table } from '../table.ts';
import type { Item } from '../value.ts';
import { type FindTable, refuseOtherMembers } from './request.ts';

const expressions = ['KeyConditionExpression', 'FilterExpression', 'ProjectionExpression'];
const known = [
  'TableName',
  'ConsistentRead',
  'ExclusiveStartKey',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'Limit',
  'ScanIndexForward',
  'Select',
  ...expressions,
];

/** The size limit of a page, in bytes. */
const largestPage = 1024 * 1024;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html */
export function query(items: Items, findTable: FindTable): Operation {
  return (input) => {
    refuseOtherMembers(input, 'Query', known);
    const { TableName, ExclusiveStartKey, ScanIndexForward, KeyConditionExpression } = input;
    const limit = readLimit(input);
    if (KeyConditionExpression === undefined) {
      throw invalid('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.');
    }
    const placeholders = readPlaceholders(input, expressions);
    const conditionOn = parseKeyCondition(String(KeyConditionExpression), placeholders);
    const filter = readFilter(input, placeholders);
    const project = readProjection(input, placeholders);
    placeholders.refuseUnused();

    const table = findTable(TableName);
    const condition = conditionOn(table);
    const isDescending = ScanIndexForward === false;
    const start = ExclusiveStartKey === undefined ? [] : [startAfter(table, ExclusiveStartKey, condition, isDescending)];
    const { partition } = condition;
    const isKept = filter(table);
    const range = items.range({ table, partition, bounds: [...condition.bounds, ...start], isDescending });
    const { read, last } = readPage(range, limit);
    const found = read.filter(isKept);
    return {
      ...(project !== undefined && { Items: found.map(project) }),
      Count: found.length,
      ScannedCount: read.length,
      ...(last !== undefined && { LastEvaluatedKey: only(last, [...table.key.keys()]) }),
    };
  };
}

/** @see docs/aws-behaviour/dynamodb.md#dynamodb.pages */
function readPage(range: Iterable<Item>, limit: number): { read: readonly Item[]; last: Item | undefined } {
  const read: Item[] = [];
  let size = 0;
  for (const item of range) {
    read.push(item);
    size += itemSize(item);
    if (read.length >= limit || size > largestPage) return { read, last: item };
  }
  return { read, last: undefined };
}

function readLimit({ Limit }: Input): number {
  if (Limit === undefined) return Number.POSITIVE_INFINITY;
  if (typeof Limit !== 'number') throw new AwsError('SerializationException', 'Limit must be a number.');
  if (Limit >= 1) return Math.floor(Limit);
  throw failsConstraint(`'${Limit}'`, 'limit', 'Member must have value greater than or equal to 1');
}

function readFilter({ FilterExpression }: Input, placeholders: Placeholders): (table: Table) => (item: Item) => boolean {
  if (FilterExpression === undefined) return () => () => true;
  const { holds, attributes } = parseCondition('FilterExpression', String(FilterExpression), placeholders);
  return ({ key }) => {
    const name = [...attributes].find((attribute) => key.has(attribute));
    if (name === undefined) return holds;
    const text = 'Filter Expression can only contain non-primary key attributes';
    throw invalid(`${text}: Primary key attribute: ${name}`);
  };
}

/** Undefined if the answer contains only the number of items. */
function readProjection(input: Input, placeholders: Placeholders): ((item: Item) => Item) | undefined {
  const { ProjectionExpression, Select = 'ALL_ATTRIBUTES' } = input;
  if (ProjectionExpression !== undefined) {
    if (input['Select'] !== undefined && Select !== 'SPECIFIC_ATTRIBUTES') {
      throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${String(Select)}`);
    }
    return parseProjection(String(ProjectionExpression), placeholders);
  }
  if (Select === 'COUNT') return undefined;
  if (Select === 'ALL_ATTRIBUTES') return (item) => item;
  throw notImplemented(`Select ${String(Select)} of Query`);
}

function startAfter(table: Table, given: unknown, { partition, bounds }: KeyCondition, isDescending: boolean): Bound {
  const { partition: startPartition, sort } = startKey(table, given);
  if (Buffer.compare(startPartition, partition) !== 0) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  }
  if (!bounds.every((bound) => isWithin(sort, bound))) {
    throw invalid('The provided starting key does not match the range key predicate');
  }
  return { operator: isDescending ? '<' : '>', bytes: sort };
}

function startKey(table: Table, given: unknown): Key {
  try {
    return readKey(table, given);
  } catch (error) {
    if (error instanceof AwsError) throw invalid(`The provided starting key is invalid: ${error.message}`);
    throw error;
  }
}

const orders: Readonly<Record<Bound['operator'], (sort: Uint8Array, bound: Uint8Array) => boolean>> = {
  '=': (sort, bound) => Buffer.compare(sort, bound) === 0,
  '<': (sort, bound) => Buffer.compare(sort, bound) < 0,
  '<=': (sort, bound) => Buffer.compare(sort, bound) <= 0,
  '>': (sort, bound) => Buffer.compare(sort, bound) > 0,
  '>=': (sort, bound) => Buffer.compare(sort, bound) >= 0,
  begins_with: (sort, bound) => Buffer.compare(sort.subarray(0, bound.length), bound) === 0,
};

function isWithin(sort: Uint8Array, { operator, bytes }: Bound): boolean {
  return orders[operator](sort, bytes);
}
