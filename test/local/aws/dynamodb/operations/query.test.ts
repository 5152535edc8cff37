import { type AttributeValue, PutItemCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { startDynamoDb, table } from '../../../../support/local/dynamodb.ts';

const tables = [
  table('entries', { owner: 'S', entry: 'S' }, 'expiresAt'),
  table('numbers', { owner: 'S', entry: 'N' }),
  table('blobs', { owner: 'S', entry: 'B' }),
  table('names', { owner: 'S' }),
];

type Entry = Record<string, AttributeValue>;

async function start(entries: readonly Entry[], TableName = 'entries') {
  const { client, clock } = startDynamoDb(tables);
  for (const entry of entries) {
    await client.send(new PutItemCommand({ TableName, Item: { owner: { S: 'ada' }, ...entry } }));
  }
  const query = (input: Partial<QueryCommandInput> = {}) =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: '#owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ...input,
        ExpressionAttributeValues: { ':owner': { S: 'ada' }, ...input.ExpressionAttributeValues },
      }),
    );
  const found = async (input?: Partial<QueryCommandInput>) =>
    ((await query(input)).Items ?? []).map(({ entry }) => entry?.S ?? entry?.N ?? Buffer.from(entry?.B ?? []).toString('hex'));
  return { query, found, clock };
}

const texts = (...all: string[]) => all.map((S) => ({ entry: { S } }));

describe('a query', () => {
  test('answers in the order of the sort key', async () => {
    const { found } = await start([
      ...texts('b', 'a', 'ä', 'B', 'aa', '😀', '\u{ff5e}'),
      { owner: { S: 'bob' }, entry: { S: 'c' } },
    ]);
    const all = ['B', 'a', 'aa', 'b', 'ä', '\u{ff5e}', '😀'];
    expect(await found()).toEqual(all);
    expect(await found({ ScanIndexForward: false })).toEqual(all.toReversed());
  });

  test('orders numbers by their value', async () => {
    const numbers = ['-100', '-10.5', '-10', '-0.5', '0', '1e-130', '0.001', '2', '10', '12', '123', '1e125'];
    const { found } = await start(
      numbers.toReversed().map((N) => ({ entry: { N } })),
      'numbers',
    );
    const answer = await found();
    expect(answer.map(Number)).toEqual(numbers.map(Number));
  });

  test('orders bytes as they are', async () => {
    const { found } = await start(
      ['ff', '00', '7f00', '7f'].map((hex) => ({ entry: { B: Buffer.from(hex, 'hex') } })),
      'blobs',
    );
    expect(await found()).toEqual(['00', '7f', '7f00', 'ff']);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['entry = :a', { ':a': 'code#2' }, ['code#2']],
    ['entry < :a', { ':a': 'code#2' }, ['code#1']],
    ['entry <= :a', { ':a': 'code#2' }, ['code#1', 'code#2']],
    ['entry > :a', { ':a': 'code#2' }, ['code#3', 'trail#1']],
    ['entry >= :a', { ':a': 'code#2' }, ['code#2', 'code#3', 'trail#1']],
    ['entry BETWEEN :a AND :b', { ':a': 'code#2', ':b': 'd' }, ['code#2', 'code#3']],
    ['begins_with(entry, :a)', { ':a': 'code#' }, ['code#1', 'code#2', 'code#3']],
    ['begins_with (entry, :a)', { ':a': 'trail#1#' }, []],
    ['(entry = :a)', { ':a': 'trail#1' }, ['trail#1']],
  ])('%s', async (condition, values, expected) => {
    const { found } = await start(texts('code#1', 'code#2', 'code#3', 'trail#1'));
    const ExpressionAttributeValues = Object.fromEntries(Object.entries(values).map(([name, S]) => [name, { S }]));
    const KeyConditionExpression = `#owner = :owner AND ${condition}`;
    expect(await found({ KeyConditionExpression, ExpressionAttributeValues })).toEqual(expected);
    const reversed = `${condition} and #owner = :owner`;
    expect(await found({ KeyConditionExpression: reversed, ExpressionAttributeValues })).toEqual(expected);
  });

  test('goes through its pages, forwards and backwards', async () => {
    const { query } = await start(texts('1', '2', '3', '4'));
    for (const ScanIndexForward of [true, false]) {
      const pages: string[][] = [];
      let ExclusiveStartKey: Entry | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await query({ Limit: 2, ScanIndexForward, ExclusiveStartKey });
        pages.push(Items.map(({ entry }) => entry?.S ?? ''));
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      // A page that its limit ends does not know that it is the last one.
      expect(pages).toEqual(ScanIndexForward ? [['1', '2'], ['3', '4'], []] : [['4', '3'], ['2', '1'], []]);
    }
  });

  test('ends a page after a megabyte', async () => {
    const large = ['1', '2', '3', '4'].map((S) => ({ entry: { S }, text: { S: 'a'.repeat(390 * 1024) } }));
    const { query } = await start(large);
    const { Items, LastEvaluatedKey } = await query({ ProjectionExpression: 'entry' });
    expect(Items).toEqual([{ entry: { S: '1' } }, { entry: { S: '2' } }, { entry: { S: '3' } }]);
    expect(LastEvaluatedKey).toEqual({ owner: { S: 'ada' }, entry: { S: '3' } });
  });

  test('filters after it has counted what it read', async () => {
    const { query } = await start(['1', '2', '3'].map((S) => ({ entry: { S }, used: { BOOL: S === '2' } })));
    const filter = { FilterExpression: 'used = :no', ExpressionAttributeValues: { ':no': { BOOL: false } } };
    expect(await query(filter)).toMatchObject({ Count: 2, ScannedCount: 3 });
    expect(await query({ ...filter, Limit: 2 })).toMatchObject({ Count: 1, ScannedCount: 2 });
  });

  test('counts without items', async () => {
    const { query } = await start(texts('1', '2'));
    const answer = await query({ Select: 'COUNT' });
    expect(answer).toMatchObject({ Count: 2, ScannedCount: 2 });
    expect(answer.Items).toBeUndefined();
  });

  test('leaves out what its time to live has ended', async () => {
    const { found, clock } = await start([{ entry: { S: '1' }, expiresAt: { N: '1800000100' } }, ...texts('2')]);
    expect(await found()).toEqual(['1', '2']);
    clock.advance({ seconds: 100 });
    expect(await found()).toEqual(['2']);
  });
});

describe('is refused as in AWS', () => {
  const a = { ExpressionAttributeValues: { ':a': { S: 'a' } } };
  test.each<[string, Partial<QueryCommandInput>]>([
    [
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
      { KeyConditionExpression: undefined },
    ],
    [
      'Query condition missed key schema element: owner',
      { KeyConditionExpression: 'entry = :owner', ExpressionAttributeNames: undefined },
    ],
    ['Query key condition not supported', { KeyConditionExpression: '#owner > :owner' }],
    ['Query condition missed key schema element: entry', { KeyConditionExpression: '#owner = :owner AND extra = :a', ...a }],
    ['Invalid operator used in KeyConditionExpression: OR', { KeyConditionExpression: '#owner = :owner OR entry = :a', ...a }],
    ['Invalid operator used in KeyConditionExpression: <>', { KeyConditionExpression: '#owner <> :owner' }],
    [
      'Invalid operator used in KeyConditionExpression: CONTAINS',
      { KeyConditionExpression: '#owner = :owner AND contains(entry, :a)', ...a },
    ],
    [
      'KeyConditionExpressions must only contain one condition per key',
      { KeyConditionExpression: '#owner = :owner AND #owner = :a', ...a },
    ],
    [
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
      { KeyConditionExpression: '#owner = :owner AND entry = :a', ExpressionAttributeValues: { ':a': { N: '1' } } },
    ],
    [
      'Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ' +
        'lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}',
      {
        KeyConditionExpression: '#owner = :owner AND entry BETWEEN :b AND :a',
        ExpressionAttributeValues: { ':a': { S: 'a' }, ':b': { S: 'b' } },
      },
    ],
    [
      "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
      { Limit: 0 },
    ],
    [
      'The provided starting key is invalid: The provided key element does not match the schema',
      { ExclusiveStartKey: { owner: { S: 'ada' } } },
    ],
    [
      'The provided starting key is outside query boundaries based on provided conditions',
      { ExclusiveStartKey: { owner: { S: 'bob' }, entry: { S: '1' } } },
    ],
    [
      'The provided starting key does not match the range key predicate',
      {
        KeyConditionExpression: '#owner = :owner AND begins_with(entry, :a)',
        ExclusiveStartKey: { owner: { S: 'ada' }, entry: { S: 'b' } },
        ...a,
      },
    ],
    [
      'Filter Expression can only contain non-primary key attributes: Primary key attribute: entry',
      { FilterExpression: 'entry = :a', ...a },
    ],
  ])('%s', async (message, input) => {
    const { query } = await start([]);
    await expect(query(input)).rejects.toMatchObject({ name: 'ValidationException', message });
  });

  test('a second condition on a table without a sort key', async () => {
    const { query } = await start([], 'names');
    const input = { KeyConditionExpression: '#owner = :owner AND entry = :a', ...a };
    await expect(query(input)).rejects.toMatchObject({ message: 'Query key condition not supported' });
  });

  test('an index, by its name', async () => {
    const { query } = await start([]);
    await expect(query({ IndexName: 'byName' })).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'IndexName of Query is not implemented by the local runtime.',
    });
  });
});
