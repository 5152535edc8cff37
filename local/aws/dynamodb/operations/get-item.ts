import type { Operation } from '../../protocol/service.ts';
import { readPlaceholders } from '../expressions/placeholders.ts';
import { parseProjection } from '../expressions/projection.ts';
import type { Items } from '../items.ts';
import { readKey } from '../key.ts';
import { type FindTable, refuseOtherMembers, required } from './request.ts';

const known = ['TableName', 'Key', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames'];

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
export function getItem(items: Items, findTable: FindTable): Operation {
  return (input) => {
    refuseOtherMembers(input, 'GetItem', known);
    const { TableName, ProjectionExpression } = input;
    const given = required(input, 'Key');
    const placeholders = readPlaceholders(input, ['ProjectionExpression']);
    const project = ProjectionExpression === undefined ? undefined : parseProjection(String(ProjectionExpression), placeholders);
    placeholders.refuseUnused();
    const item = items.find(readKey(findTable(TableName), given));
    if (item === undefined) return {};
    return { Item: project?.(item) ?? item };
  };
}
