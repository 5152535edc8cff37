import { AwsError, type Input, notImplemented } from '../../protocol/service.ts';
import { failsConstraint, invalid } from '../errors.ts';
import type { Table } from '../table.ts';
import type { Item } from '../value.ts';

/** The tables by name and ARN, as a request names them. */
export type FindTable = (name: unknown) => Table;

/** @param tables Those of the stack. @returns What throws `AwsError` for another one. */
export function tableFinder(tables: () => readonly Table[]): FindTable {
  return (given) => {
    if (given === undefined) throw failsConstraint('null', 'tableName', 'Member must not be null');
    const table = tables().find(({ name, arn }) => given === name || given === arn);
    if (table === undefined) throw new AwsError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  };
}

/**
 * Members of every operation that change nothing here. The answers to others than `NONE` would need numbers that do not
 * exist here.
 */
const statistics = ['ReturnConsumedCapacity', 'ReturnItemCollectionMetrics'];

/** Refuses, by its name, what an operation of DynamoDB has and this one has not. */
export function refuseOtherMembers(input: Input, operation: string, known: readonly string[]): void {
  for (const [member, value] of Object.entries(input)) {
    if (known.includes(member) || (statistics.includes(member) && value === 'NONE')) continue;
    throw notImplemented(`${member} of ${operation}`);
  }
}

/** @throws AwsError when it is missing. */
export function required(input: Input, member: string): unknown {
  const value = input[member];
  if (value !== undefined) return value;
  throw failsConstraint('null', `${member.charAt(0).toLowerCase()}${member.slice(1)}`, 'Member must not be null');
}

/** What an answer to a write may have of the item before and after it. */
const returnValues: Readonly<Record<string, (before: Item, after: Item, changed: (item: Item) => Item) => Item>> = {
  NONE: () => ({}),
  ALL_OLD: (before) => before,
  ALL_NEW: (_, after) => after,
  UPDATED_OLD: (before, _, changed) => changed(before),
  UPDATED_NEW: (_, after, changed) => changed(after),
};

export type Returned = (before: Item, after: Item, changed: (item: Item) => Item) => { Attributes?: Item };

/** Reads `ReturnValues`. @param allowed Those that the operation has. @throws AwsError */
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
