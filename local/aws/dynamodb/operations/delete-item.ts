import type { Input, Operation } from '../../protocol/service.ts';
import { readPlaceholders } from '../expressions/placeholders.ts';
import type { Items } from '../items.ts';
import { readKey } from '../key.ts';
import { type FindTable, readReturnValues, refuseOtherMembers, required } from './request.ts';
import { conditionMembers, readCondition, type Write, write } from './write.ts';

const known = ['TableName', 'Key', ...conditionMembers];

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html */
export function deleteItem(items: Items, findTable: FindTable): Operation {
  return (input) => {
    const { ReturnValues: _, ...rest } = input;
    const returned = readReturnValues(input, ['ALL_OLD', 'NONE']);
    const { before = {} } = write(items, readDelete(rest, findTable, 'DeleteItem'));
    return returned(before, {}, (item) => item);
  };
}

/** @throws AwsError */
export function readDelete(input: Input, findTable: FindTable, operation: string): Write {
  return { ...readCheck(input, findTable, operation), change: () => undefined };
}

/** Reads a write that only checks its condition. @throws AwsError */
export function readCheck(input: Input, findTable: FindTable, operation: string): Write {
  refuseOtherMembers(input, operation, known);
  const given = required(input, 'Key');
  const placeholders = readPlaceholders(input, ['ConditionExpression']);
  const condition = readCondition(input, placeholders);
  placeholders.refuseUnused();
  return { key: readKey(findTable(input['TableName']), given), ...condition, change: (before) => before };
}
