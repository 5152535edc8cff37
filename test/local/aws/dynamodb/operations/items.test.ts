import {
  DeleteItemCommand,
  type DeleteItemCommandInput,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { startDynamoDb, table } from '../../../../support/local/dynamodb.ts';
import { makeFolder } from '../../../../support/local/folders.ts';

const accounts = table('accounts', { owner: 'S', entry: 'N' }, 'expiresAt');
const Key = { owner: { S: 'ada' }, entry: { N: '1' } };

function start(options?: Parameters<typeof startDynamoDb>[1]) {
  const { client, ...service } = startDynamoDb([accounts, table('names', { name: 'S' })], options);
  return {
    ...service,
    put: (input: Partial<PutItemCommandInput> = {}) =>
      client.send(new PutItemCommand({ TableName: 'accounts', Item: Key, ...input })),
    get: (input: Partial<GetItemCommandInput> = {}) => client.send(new GetItemCommand({ TableName: 'accounts', Key, ...input })),
    remove: (input: Partial<DeleteItemCommandInput> = {}) =>
      client.send(new DeleteItemCommand({ TableName: 'accounts', Key, ...input })),
  };
}

describe('an item', () => {
  test('is read back with values of every type', async () => {
    const { put, get } = start();
    const values = {
      text: { S: '' },
      number: { N: '-0.125' },
      bytes: { B: Buffer.from([0, 255]) },
      yes: { BOOL: true },
      nothing: { NULL: true as const },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2'] },
      blobs: { BS: [Buffer.from('a')] },
      list: { L: [{ S: 'a' }, { M: { b: { N: '1' } } }] },
      map: { M: {} },
    };
    await put({ Item: { ...Key, ...values } });
    const { Item } = await get({ ConsistentRead: true });
    expect(Item).toEqual({ ...Key, ...values, bytes: { B: new Uint8Array([0, 255]) }, blobs: { BS: [new Uint8Array([97])] } });
  });

  test.each([
    ['1.50', '1.5'],
    ['-1e3', '-1000'],
    ['0.00', '0'],
    ['1E-3', '0.001'],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ])('has %s as %s', async (N, read) => {
    const { put, get } = start();
    await put({ Item: { ...Key, number: { N } } });
    expect((await get()).Item?.['number']).toEqual({ N: read });
  });

  test('is absent until it is put, and after it is deleted', async () => {
    const { put, get, remove } = start();
    expect((await get()).Item).toBeUndefined();
    await put();
    expect((await get({ Key: { owner: { S: 'ada' }, entry: { N: '1.0' } } })).Item).toEqual(Key);
    expect((await remove({ ReturnValues: 'ALL_OLD' })).Attributes).toEqual(Key);
    expect((await get()).Item).toBeUndefined();
    expect((await remove({ ReturnValues: 'ALL_OLD' })).Attributes).toBeUndefined();
  });

  test('is replaced as a whole', async () => {
    const { put, get } = start();
    await put({ Item: { ...Key, a: { S: '1' } } });
    expect((await put({ Item: { ...Key, b: { S: '2' } }, ReturnValues: 'ALL_OLD' })).Attributes).toEqual({
      ...Key,
      a: { S: '1' },
    });
    expect((await get()).Item).toEqual({ ...Key, b: { S: '2' } });
  });

  test('is gone when its time to live is over', async () => {
    const { put, get, clock } = start();
    await put({ Item: { ...Key, expiresAt: { N: '1800000100' } } });
    clock.advance({ seconds: 99 });
    expect((await get()).Item).toBeDefined();
    clock.advance({ seconds: 1 });
    expect((await get()).Item).toBeUndefined();
  });

  test('outlives the process', async () => {
    const dataDir = makeFolder();
    const first = start({ dataDir });
    await first.put();
    first.close();
    expect((await start({ dataDir }).get()).Item).toEqual(Key);
  });

  test('shows as much as is asked for', async () => {
    const { put, get } = start();
    await put({ Item: { ...Key, status: { S: 'on' }, other: { S: 'x' } } });
    const projection = { ProjectionExpression: '#status, entry, absent', ExpressionAttributeNames: { '#status': 'status' } };
    expect((await get(projection)).Item).toEqual({ entry: { N: '1' }, status: { S: 'on' } });
  });
});

describe('a condition', () => {
  const once = { ConditionExpression: 'attribute_not_exists(entry)' };
  const failed = { name: 'ConditionalCheckFailedException', message: 'The conditional request failed' };

  test('lets one of a crowd put an item', async () => {
    const { put } = start();
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => put(once)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(put(once)).rejects.toMatchObject(failed);
  });

  test('keeps an item from being deleted', async () => {
    const { put, get, remove } = start();
    await put({ Item: { ...Key, version: { N: '2' } } });
    const first = { ConditionExpression: 'version = :v', ExpressionAttributeValues: { ':v': { N: '1' } } };
    await expect(remove(first)).rejects.toMatchObject(failed);
    expect((await get()).Item).toBeDefined();
    await remove({ ...first, ExpressionAttributeValues: { ':v': { N: '2.0' } } });
    expect((await get()).Item).toBeUndefined();
  });
});

describe('is refused as in AWS', () => {
  test.each<[string, Partial<PutItemCommandInput>]>([
    ['One or more parameter values were invalid: Missing the key entry in the item', { Item: { owner: { S: 'ada' } } }],
    [
      'One or more parameter values were invalid: Type mismatch for key entry expected: N actual: S',
      { Item: { owner: { S: 'ada' }, entry: { S: '1' } } },
    ],
    [
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: owner',
      { Item: { ...Key, owner: { S: '' } } },
    ],
    [
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
      { Item: { ...Key, owner: { S: 'a'.repeat(2049) } } },
    ],
    ['Item size has exceeded the maximum allowed size', { Item: { ...Key, text: { S: 'a'.repeat(400 * 1024) } } }],
    ['The parameter cannot be converted to a numeric value: x', { Item: { ...Key, number: { N: 'x' } } }],
    ['Attempting to store more than 38 significant digits in a Number', { Item: { ...Key, number: { N: '1'.repeat(39) } } }],
    [
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
      { Item: { ...Key, number: { N: '1e126' } } },
    ],
    ['One or more parameter values were invalid: An string set  may not be empty', { Item: { ...Key, set: { SS: [] } } }],
    [
      'One or more parameter values were invalid: Input collection [a, a] contains duplicates.',
      { Item: { ...Key, set: { SS: ['a', 'a'] } } },
    ],
    ['ReturnValues can only be ALL_OLD or NONE', { ReturnValues: 'ALL_NEW' }],
    [
      'Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: status',
      { ConditionExpression: 'attribute_exists(status)' },
    ],
    ['ExpressionAttributeNames can only be specified when using expressions', { ExpressionAttributeNames: { '#a': 'a' } }],
  ])('%s', async (message, input) => {
    await expect(start().put(input)).rejects.toMatchObject({ name: 'ValidationException', message });
  });

  test('another table', async () => {
    await expect(start().get({ TableName: 'others' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('a key of another table', async () => {
    await expect(start().get({ TableName: 'names' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The provided key element does not match the schema',
    });
  });

  test('a member that the laptop does not have, by its name', async () => {
    await expect(start().get({ AttributesToGet: ['a'] })).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'AttributesToGet of GetItem is not implemented by the local runtime.',
    });
  });
});
