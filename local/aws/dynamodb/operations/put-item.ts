import type { Input, Operation } from '../../protocol/service.ts';
import { readPlaceholders } from '../expressions/placeholders.ts';
import { refuseLargeItem } from '../item-size.ts';
import type { Items } from '../items.ts';
import { keyOfItem } from '../key.ts';
import { readItem } from '../value.ts';
import { type FindTable, readReturnValues, refuseOtherMembers, required } from './request.ts';
import { conditionMembers, readCondition, type Write, write } from './write.ts';

const known = ['TableName', 'Item', ...conditionMembers];

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export function putItem(items: Items, findTable: FindTable): Operation {
  return (input) => {
    const { ReturnValues: _, ...rest } = input;
    const returned = readReturnValues(input, ['ALL_OLD', 'NONE']);
    const { before = {} } = write(items, readPut(rest, findTable, 'PutItem'));
    return returned(before, {}, (item) => item);
  };
}

/** @param operation Its name in refusals. @throws AwsError */
export function readPut(input: Input, findTable: FindTable, operation: string): Write {
  refuseOtherMembers(input, operation, known);
  const item = readItem(required(input, 'Item'));
  const placeholders = readPlaceholders(input, ['ConditionExpression']);
  const condition = readCondition(input, placeholders);
  placeholders.refuseUnused();
  refuseLargeItem(item, 'Item size has exceeded the maximum allowed size');
  const key = keyOfItem(findTable(input['TableName']), item);
  return { key, ...condition, change: () => item };
}
