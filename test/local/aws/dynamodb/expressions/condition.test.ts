import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { startDynamoDb, table } from '../../../../support/local/dynamodb.ts';

const Item = {
  id: { S: 'a' },
  name: { S: 'Ada Lovelace' },
  number: { N: '10' },
  bytes: { B: Buffer.from([1, 2]) },
  yes: { BOOL: true },
  tags: { SS: ['a', 'b'] },
  list: { L: [{ S: 'x' }] },
};

/** Puts the item anew if the condition holds. */
async function holds(ConditionExpression: string, values: Record<string, AttributeValue> = {}): Promise<boolean> {
  const { client } = startDynamoDb([table('items', { id: 'S' })]);
  await client.send(new PutItemCommand({ TableName: 'items', Item }));
  const names = ['name', 'number', 'bytes', 'list'].filter((name) => ConditionExpression.includes(`#${name}`));
  const put = new PutItemCommand({
    TableName: 'items',
    Item,
    ConditionExpression,
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])) }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  });
  return client.send(put).then(
    () => true,
    (error) => {
      if (error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    },
  );
}

const n = (N: string) => ({ ':v': { N } });
const s = (S: string) => ({ ':v': { S } });

test.each<[boolean, string, Record<string, AttributeValue>?]>([
  [true, '#number = :v', n('10.0')],
  [false, '#number = :v', s('10')],
  [false, '#number <> :v', n('10')],
  [true, '#number <> :v', n('11')],
  [true, '#number < :v', n('11')],
  [false, '#number < :v', n('9')],
  [false, '#number < :v', s('9')],
  [false, 'absent < :v', n('9')],
  [false, 'absent = :v', n('9')],
  [true, '#number >= :v', n('10')],
  [true, '#name < :v', s('B')],
  [true, '#number BETWEEN :v AND :w', { ':v': { N: '9' }, ':w': { N: '1e2' } }],
  [false, '#number BETWEEN :v AND :w', { ':v': { N: '11' }, ':w': { N: '12' } }],
  [true, '#number IN (:v, :w)', { ':v': { N: '9' }, ':w': { N: '10' } }],
  [false, '#number in (:v)', n('9')],
  [true, 'attribute_exists(yes)'],
  [false, 'attribute_exists(absent)'],
  [true, 'attribute_not_exists(absent)'],
  [true, 'attribute_type(tags, :v)', s('SS')],
  [false, 'attribute_type(tags, :v)', s('S')],
  [true, 'begins_with(#name, :v)', s('Ada')],
  [false, 'begins_with(#name, :v)', s('ada')],
  [true, 'begins_with(#bytes, :v)', { ':v': { B: Buffer.from([1]) } }],
  [true, 'contains(#name, :v)', s('Love')],
  [true, 'contains(tags, :v)', s('b')],
  [false, 'contains(tags, :v)', s('c')],
  [true, 'contains(#list, :v)', s('x')],
  [true, 'size(#name) = :v', n('12')],
  [true, 'size(tags) > :v', n('1')],
  [true, 'size (#bytes) = :v', n('2')],
  [false, 'size(yes) = :v', n('1')],
  [true, 'yes = :v', { ':v': { BOOL: true } }],
  [true, 'tags = :v', { ':v': { SS: ['b', 'a'] } }],
  [true, 'NOT attribute_exists(absent)'],
  [true, 'attribute_exists(yes) AND NOT attribute_exists(absent)'],
  [true, 'attribute_exists(yes) or attribute_exists(absent) and attribute_exists(absent)'],
  [false, '(attribute_exists(yes) OR attribute_exists(absent)) AND attribute_exists(absent)'],
])('%s: %s %j', async (expected, condition, values) => {
  expect(await holds(condition, values)).toBe(expected);
});

test.each<[string, string, Record<string, AttributeValue>?]>([
  ['Syntax error; token: "<EOF>"', 'attribute_exists(yes) AND'],
  ['Syntax error; token: ")"', 'attribute_exists(yes))'],
  ['Syntax error; token: "~"', 'yes ~ :v', n('1')],
  ['Invalid function name; function: exists', 'exists(yes)'],
  ['The function is not allowed to be used this way in an expression; function: attribute_exists', 'yes = attribute_exists(yes)'],
  [
    'Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1',
    'begins_with(yes)',
  ],
  ['Operator or function requires a document path; operator or function: attribute_exists', 'attribute_exists(:v)', n('1')],
  ['An expression attribute name used in the document path is not defined; attribute name: #other', 'attribute_exists(#other)'],
  ['Attribute name is a reserved keyword; reserved keyword: Token', 'attribute_exists(Token)'],
])('%s', async (message, condition, values) => {
  await expect(holds(condition, values)).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Invalid ConditionExpression: ${message}`,
  });
});
