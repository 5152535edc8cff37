import { type AttributeValue, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { startDynamoDb, table } from '../../../../support/local/dynamodb.ts';

const id = { S: 'a' };
const before = { text: { S: 'x' }, amount: { N: '1.5' }, tags: { SS: ['a', 'b'] }, entries: { L: [{ S: '1' }] } };

/** The item after an update, without its key. */
async function updated(UpdateExpression: string, values: Record<string, AttributeValue> = {}) {
  const { client } = startDynamoDb([table('items', { id: 'S' })]);
  await client.send(new PutItemCommand({ TableName: 'items', Item: { id, ...before } }));
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: 'items',
      Key: { id },
      UpdateExpression,
      ...(UpdateExpression.includes('#') && { ExpressionAttributeNames: { '#n': 'amount', '#t': 'text' } }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
      ReturnValues: 'ALL_NEW',
    }),
  );
  const { id: _, ...rest } = Attributes ?? {};
  return rest;
}

const v = (value: AttributeValue) => ({ ':v': value });

test.each<[string, Record<string, AttributeValue>, object]>([
  ['SET extra = :v, #n = #t REMOVE #t', v({ BOOL: true }), { extra: { BOOL: true }, amount: { S: 'x' }, text: undefined }],
  ['SET extra = #n + :v, #t = #n', v({ N: '0.5' }), { extra: { N: '2' }, text: { N: '1.5' } }],
  ['set #n = #n - :v REMOVE #t', v({ N: '3' }), { amount: { N: '-1.5' }, text: undefined }],
  [
    'SET extra = if_not_exists(extra, :v), #n = #t REMOVE #t',
    v({ N: '1' }),
    { extra: { N: '1' }, amount: { S: 'x' }, text: undefined },
  ],
  ['SET #t = if_not_exists(#n, :v) + :v', v({ N: '1' }), { text: { N: '2.5' } }],
  [
    'SET entries = list_append(entries, :v), extra = list_append(if_not_exists(extra, :v), :v)',
    v({ L: [{ S: '2' }] }),
    { entries: { L: [{ S: '1' }, { S: '2' }] }, extra: { L: [{ S: '2' }, { S: '2' }] } },
  ],
  ['ADD extra :v', v({ N: '-2' }), { extra: { N: '-2' } }],
  ['ADD tags :v', v({ SS: ['c', 'a'] }), { tags: { SS: ['a', 'b', 'c'] } }],
  ['ADD extra :v', v({ NS: ['1'] }), { extra: { NS: ['1'] } }],
  ['DELETE tags :v', v({ SS: ['a', 'z'] }), { tags: { SS: ['b'] } }],
  ['DELETE tags :v', v({ SS: ['a', 'b'] }), { tags: undefined }],
  ['DELETE extra :v', v({ SS: ['a'] }), {}],
  ['REMOVE tags, extra', {}, { tags: undefined }],
])('%s %j', async (expression, values, changes) => {
  const expected = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined);
  expect(await updated(expression, values)).toEqual(Object.fromEntries(expected));
});

test.each<[string, string, Record<string, AttributeValue>?]>([
  ['The provided expression refers to an attribute that does not exist in the item', 'SET a = absent'],
  ['An operand in the update expression has an incorrect data type', 'SET a = tags + :v', v({ N: '1' })],
  ['An operand in the update expression has an incorrect data type', 'ADD tags :v', v({ NS: ['1'] })],
  ['An operand in the update expression has an incorrect data type', 'DELETE entries :v', v({ SS: ['1'] })],
  [
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING',
    'ADD a :v',
    v({ S: '1' }),
  ],
  [
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER',
    'DELETE a :v',
    v({ N: '1' }),
  ],
  ['Invalid UpdateExpression: Invalid function name; function: size', 'SET a = size(tags)'],
  ['Invalid UpdateExpression: Syntax error; token: "PUT"', 'PUT a = :v', v({ N: '1' })],
  [
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; ' +
      'path one: [a], path two: [a]',
    'SET a = :v REMOVE a',
    v({ N: '1' }),
  ],
])('%s (%s)', async (message, expression, values) => {
  await expect(updated(expression, values)).rejects.toMatchObject({ name: 'ValidationException', message });
});
