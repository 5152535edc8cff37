import { type Input, notImplemented, type Operation } from '../../protocol/service.ts';
import { invalid } from '../errors.ts';
import { readPlaceholders } from '../expressions/placeholders.ts';
import { only } from '../expressions/projection.ts';
import { parseUpdate, type Update } from '../expressions/update.ts';
import { refuseLargeItem } from '../item-size.ts';
import type { Items } from '../items.ts';
import { type Key, readKey } from '../key.ts';
import { type FindTable, readReturnValues, refuseOtherMembers, required } from './request.ts';
import { conditionMembers, readCondition, type Write, write } from './write.ts';

const known = ['TableName', 'Key', 'UpdateExpression', ...conditionMembers];
const allReturnValues = ['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'];

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html */
export function updateItem(items: Items, findTable: FindTable): Operation {
  return (input) => {
    const { ReturnValues: _, ...rest } = input;
    const returned = readReturnValues(input, allReturnValues);
    const { attributes, ...update } = readUpdate(rest, findTable, 'UpdateItem');
    const { before = {}, after = {} } = write(items, update);
    return returned(before, after, (item) => only(item, attributes));
  };
}

/** @param operation Its name in refusals. @throws AwsError */
export function readUpdate(input: Input, findTable: FindTable, operation: string): Write & Pick<Update, 'attributes'> {
  refuseOtherMembers(input, operation, known);
  const given = required(input, 'Key');
  const { UpdateExpression } = input;
  if (typeof UpdateExpression !== 'string') throw notImplemented(`${operation} without UpdateExpression`);
  const placeholders = readPlaceholders(input, ['UpdateExpression', 'ConditionExpression']);
  const { attributes, apply } = parseUpdate(UpdateExpression, placeholders);
  const condition = readCondition(input, placeholders);
  placeholders.refuseUnused();
  const key = readKey(findTable(input['TableName']), given);
  refuseKeyAttributes(key, attributes);
  return {
    key,
    attributes,
    ...condition,
    change(before) {
      const after = apply(before ?? key.attributes);
      refuseLargeItem(after, 'Item size to update has exceeded the maximum allowed size');
      return after;
    },
  };
}

function refuseKeyAttributes({ table }: Key, attributes: readonly string[]): void {
  const name = attributes.find((attribute) => table.key.has(attribute));
  if (name === undefined) return;
  const text = `Cannot update attribute ${name}. This attribute is part of the key`;
  throw invalid(`One or more parameter values were invalid: ${text}`);
}
