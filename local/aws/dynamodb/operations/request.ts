import { AwsError, type Input, notImplemented } from '../../protocol/service.ts';
import { failsConstraint, invalid } from '../errors.ts';
import type { Table } from '../table.ts';
import type { Item } from '../value.ts';

/** The tables by name and ARN, as a request names them. */
export type FindTable = (name: unknown) => Table;

/** @param tables The tables of the stack. @returns A function that throws `AwsError` for any other table. */
export function tableFinder(tables: () => readonly Table[]): FindTable {
  return (given) => {
    if (given === undefined) throw failsConstraint('null', 'tableName', 'Member must not be null');
    const table = tables().find(({ name, arn }) => given === name || given === arn);
    if (table === undefined) throw new AwsError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  };
}

/**
 * Members of every operation that have no effect here. Values other than `NONE` would require numbers that do not exist
 * here.
 */
const statistics = ['ReturnConsumedCapacity', 'ReturnItemCollectionMetrics'];

/** Refuses, by name, members that DynamoDB supports but this operation does not. */
export function refuseOtherMembers(input: Input, operation: string, known: readonly string[]): void {
  for (const [member, value] of Object.entries(input)) {
    if (known.includes(member) || (statistics.includes(member) && value === 'NONE')) continue;
    throw notImplemented(`${member} of ${operation}`);
  }
}

/** @throws AwsError if it is missing. */
export function required(input: Input, member: string): unknown {
  const value = input[member];
  if (value !== undefined) return value;
  throw failsConstraint('null', `${member.charAt(0).toLowerCase()}${member.slice(1)}`, 'Member must not be null');
}

/** The parts of the item before and after a write that an answer can return. */
const returnValues: Readonly<Record<string, (before: Item, after: Item, changed: (item: Item) => Item) => Item>> = {
  NONE: () => ({}),
  ALL_OLD: (before) => before,
  ALL_NEW: (_, after) => after,
  UPDATED_OLD: (before, _, changed) => changed(before),
  UPDATED_NEW: (_, after, changed) => changed(after),
};

export type Returned = (before: Item, after: Item, changed: (item: Item) => Item) => { Attributes?: Item };

/** Reads `ReturnValues`. @param allowed The values that the operation supports. @throws AwsError */
export function readReturnValues({ ReturnValues = 'NONE' }: Input, allowed: readonly string[]): Returned {
  const name = String(ReturnValues);
  const choose = Object.hasOwn(returnValues, name) ? returnValues[name] : undefined;
  if (choose === undefined) {
    const set = '[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]';
    throw failsConstraint(`'${name}'`, 'returnValues', `Member must satisfy enum value set: ${set}`);
  }
  if (!allowed.includes(name)) throw invalid(`ReturnValues can only be ${allowed.join(' or ')}`);
  return (...items) => {
    const Attributes = choose(...items);
    return Object.keys(Attributes).length === 0 ? {} : { Attributes };
  };
}
