import {
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { startDynamoDb, table } from '../../../../support/local/dynamodb.ts';

type Actions = NonNullable<TransactWriteItemsCommandInput['TransactItems']>;

function start() {
  const { client, clock } = startDynamoDb([table('entries', { id: 'S' })]);
  return {
    clock,
    write: (TransactItems: Actions, ClientRequestToken?: string) =>
      client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken })),
    put: (Item: Record<string, { S: string } | { N: string }>) => client.send(new PutItemCommand({ TableName: 'entries', Item })),
    get: async (id: string) => (await client.send(new GetItemCommand({ TableName: 'entries', Key: { id: { S: id } } }))).Item,
  };
}

const TableName = 'entries';
const at = (id: string) => ({ TableName, Key: { id: { S: id } } });
const put = (id: string): Actions[number] => ({ Put: { TableName, Item: { id: { S: id } } } });
const once = (id: string): Actions[number] => ({
  Put: { TableName, Item: { id: { S: id } }, ConditionExpression: 'attribute_not_exists(id)' },
});
const count = (id: string): Actions[number] => ({
  Update: { ...at(id), UpdateExpression: 'ADD uses :one', ExpressionAttributeValues: { ':one': { N: '1' } } },
});

describe('a transaction', () => {
  test('makes all its changes', async () => {
    const { write, put: putOne, get } = start();
    await putOne({ id: { S: 'old' } });
    await putOne({ id: { S: 'kept' } });
    await write([
      put('new'),
      count('counted'),
      { Delete: at('old') },
      { ConditionCheck: { ...at('kept'), ConditionExpression: 'attribute_exists(id)' } },
    ]);
    expect(await get('new')).toEqual({ id: { S: 'new' } });
    expect(await get('counted')).toEqual({ id: { S: 'counted' }, uses: { N: '1' } });
    expect(await get('old')).toBeUndefined();
    expect(await get('kept')).toEqual({ id: { S: 'kept' } });
  });

  test('makes none when one cannot be made, and says which', async () => {
    const { write, put: putOne, get } = start();
    await putOne({ id: { S: 'taken' }, uses: { S: 'x' } });
    const told = { Put: { ...once('taken').Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } } as Actions[number];
    await expect(write([put('new'), told])).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: 'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ConditionalCheckFailed',
          Message: 'The conditional request failed',
          Item: { id: { S: 'taken' }, uses: { S: 'x' } },
        },
      ],
    });
    expect(await get('new')).toBeUndefined();
    await expect(write([put('new'), count('taken')])).rejects.toMatchObject({
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ValidationError', Message: 'An operand in the update expression has an incorrect data type' },
      ],
    });
    expect(await get('new')).toBeUndefined();
  });

  test('is made once for one token', async () => {
    const { write, get, clock } = start();
    await write([count('a')], 'token');
    await write([count('a')], 'token');
    expect((await get('a'))?.['uses']).toEqual({ N: '1' });
    await expect(write([count('b')], 'token')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    clock.advance({ seconds: 600 });
    await write([count('a')], 'token');
    expect((await get('a'))?.['uses']).toEqual({ N: '2' });
  });

  test('leaves its token free when it fails', async () => {
    const { write, put: putOne, get } = start();
    await putOne({ id: { S: 'taken' } });
    await expect(write([once('taken')], 'token')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    await write([count('a')], 'token');
    expect((await get('a'))?.['uses']).toEqual({ N: '1' });
  });
});

describe('is refused as in AWS', () => {
  test.each<[string, Actions]>([
    ['Transaction request cannot include multiple operations on one item', [put('a'), { Delete: at('a') }]],
    ['TransactItems can only contain one of Check, Put, Update or Delete', [{ ...put('a'), Delete: at('b') }]],
    ['TransactItems can only contain one of Check, Put, Update or Delete', [{}]],
    [
      "1 validation error detected: Value null at 'conditionExpression' failed to satisfy constraint: Member must not be null",
      [{ ConditionCheck: { ...at('a'), ConditionExpression: undefined } }],
    ],
  ])('%s', async (message, actions) => {
    await expect(start().write(actions)).rejects.toMatchObject({ name: 'ValidationException', message });
  });

  test.each([0, 101])('%i actions', async (length) => {
    const actions = Array.from({ length }, (_, index) => put(String(index)));
    await expect(start().write(actions)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
