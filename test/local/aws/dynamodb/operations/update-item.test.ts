import { crc32 } from 'node:zlib';
import { ScanCommand, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { createDynamoDb } from '../../../../../local/aws/dynamodb.ts';
import { openDatabase } from '../../../../../local/data/database.ts';
import { realWorld } from '../../../../../local/world/world.ts';
import { behindDoor, functionsKeyId } from '../../../../support/local/aws.ts';
import { startDynamoDb, table } from '../../../../support/local/dynamodb.ts';
import { makeFolder } from '../../../../support/local/folders.ts';
import { request } from '../../../../support/local/requests.ts';

const counts = table('counts', { sub: 'S', day: 'S' }, 'expiresAt');

function start(options?: Parameters<typeof startDynamoDb>[1]) {
  const { client, ...service } = startDynamoDb([counts], options);
  const update = (changes: Partial<UpdateItemCommandInput> = {}) => client.send(new UpdateItemCommand({ ...input, ...changes }));
  return { ...service, client, update };
}

const input = {
  TableName: 'counts',
  Key: { sub: { S: 'ada' }, day: { S: '2026-01-01' } },
  UpdateExpression: 'SET expiresAt = :expiresAt ADD questions :one',
  ConditionExpression: 'attribute_not_exists(questions) OR questions < :limit',
  ExpressionAttributeValues: { ':one': { N: '1' }, ':limit': { N: '2' }, ':expiresAt': { N: '1800000100' } },
};

const conditionFailed = { name: 'ConditionalCheckFailedException', message: 'The conditional request failed' };

describe('a count', () => {
  test('goes up to the limit and no further', async () => {
    const { update } = start();
    await update();
    await update();
    await expect(update()).rejects.toMatchObject(conditionFailed);
    await expect(update()).rejects.toMatchObject(conditionFailed);
    await update({ ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':limit': { N: '3' } } });
    await expect(update()).rejects.toMatchObject(conditionFailed);
  });

  test('lets just as many of a crowd pass', async () => {
    const { update } = start();
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => update()));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  test('uses its own key, in any order of its attributes', async () => {
    const { update } = start();
    await update();
    await update({ Key: { day: { S: '2026-01-01' }, sub: { S: 'ada' } }, TableName: counts.arn });
    await expect(update()).rejects.toMatchObject(conditionFailed);
    await update({ Key: { ...input.Key, sub: { S: 'grace' } } });
    await update({ Key: { ...input.Key, day: { S: '2026-01-02' } } });
  });

  test('ends with its time to live', async () => {
    const { update, clock } = start();
    await update();
    await update();
    clock.advance({ seconds: 99 });
    await expect(update()).rejects.toMatchObject(conditionFailed);
    clock.advance({ seconds: 1 });
    const later = { ...input.ExpressionAttributeValues, ':expiresAt': { N: '1800000200' } };
    await update({ ExpressionAttributeValues: later });
    await update({ ExpressionAttributeValues: later });
    await expect(update({ ExpressionAttributeValues: later })).rejects.toMatchObject(conditionFailed);
  });

  test.each([
    ['a text', { S: '1' }],
    ['a time of more than five years ago', { N: '1' }],
  ])('does not end by %s', async (_, expiresAt) => {
    const { update } = start();
    const values = { ...input.ExpressionAttributeValues, ':expiresAt': expiresAt };
    await update({ ExpressionAttributeValues: values });
    await update({ ExpressionAttributeValues: values });
    await expect(update({ ExpressionAttributeValues: values })).rejects.toMatchObject(conditionFailed);
  });

  test('outlives the process', async () => {
    const dataDir = makeFolder();
    const first = start({ dataDir });
    await first.update();
    await first.update();
    first.close();
    const second = start({ dataDir });
    await expect(second.update()).rejects.toMatchObject(conditionFailed);
    second.close();
  });

  test('is exact beyond what a double holds', async () => {
    const { update } = start();
    const limit = { N: '9007199254740993' };
    const changes = { UpdateExpression: 'ADD questions :one' };
    const with_ = (one: string) => ({ ...changes, ExpressionAttributeValues: { ':one': { N: one }, ':limit': limit } });
    await update(with_('9007199254740992'));
    await update(with_('1'));
    await expect(update(with_('1'))).rejects.toMatchObject(conditionFailed);
  });
});

describe('is refused as in AWS', () => {
  test.each<[string, Partial<UpdateItemCommandInput>, string]>([
    ['ResourceNotFoundException', { TableName: 'others' }, 'Requested resource not found'],
    ['ValidationException', { Key: { sub: { S: 'ada' } } }, 'The provided key element does not match the schema'],
    [
      'ValidationException',
      { Key: { sub: { S: 'ada' }, day: { N: '1' } } },
      'The provided key element does not match the schema',
    ],
    [
      'ValidationException',
      { UpdateExpression: 'SET expiresAt = :later ADD questions :one' },
      'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :later',
    ],
    [
      'ValidationException',
      { UpdateExpression: 'ADD questions :one' },
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:expiresAt}',
    ],
    [
      'ValidationException',
      {
        UpdateExpression: 'SET #day = :expiresAt ADD questions :one',
        ExpressionAttributeNames: { '#day': 'day' },
      },
      'One or more parameter values were invalid: Cannot update attribute day. This attribute is part of the key',
    ],
    [
      'ValidationException',
      { UpdateExpression: 'SET expiresAt :expiresAt ADD questions :one' },
      'Invalid UpdateExpression: Syntax error; token: ":expiresAt"',
    ],
    [
      'ValidationException',
      { ConditionExpression: 'attribute_not_exists(questions' },
      'Invalid ConditionExpression: Syntax error; token: "<EOF>"',
    ],
    ['ValidationException', { ConditionExpression: '' }, 'Invalid ConditionExpression: The expression can not be empty;'],
    [
      'ValidationException',
      { UpdateExpression: 'ADD questions :one ADD expiresAt :expiresAt' },
      'Invalid UpdateExpression: The "ADD" section can only be used once in an update expression;',
    ],
  ])('%s (%j)', async (name, changes, message) => {
    await expect(start().update(changes)).rejects.toMatchObject({ name, message });
  });

  test('nothing can be added to what is not a number', async () => {
    const { update } = start();
    const text = { ':expiresAt': { S: 'x' }, ':limit': { N: '2' } };
    await update({ UpdateExpression: 'SET questions = :expiresAt', ExpressionAttributeValues: text });
    const added = { ConditionExpression: undefined, UpdateExpression: 'ADD questions :one' };
    await expect(update({ ...added, ExpressionAttributeValues: { ':one': { N: '1' } } })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'An operand in the update expression has an incorrect data type',
    });
    // A number is not less than a text.
    await expect(update()).rejects.toMatchObject(conditionFailed);
  });

  test('who is no function', async () => {
    await expect(start({ accessKeyId: 'AKIASOMEBODY' }).update()).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });
});

describe('what an answer has', () => {
  const before = { ...input.Key, questions: { N: '1' }, expiresAt: { N: '1800000100' } };
  const after = { ...before, questions: { N: '2' } };
  test.each<[UpdateItemCommandInput['ReturnValues'], object | undefined]>([
    [undefined, undefined],
    ['NONE', undefined],
    ['ALL_OLD', before],
    ['ALL_NEW', after],
    ['UPDATED_OLD', { questions: { N: '1' }, expiresAt: { N: '1800000100' } }],
    ['UPDATED_NEW', { questions: { N: '2' }, expiresAt: { N: '1800000100' } }],
  ])('%s', async (ReturnValues, attributes) => {
    const { update } = start();
    await update();
    expect((await update({ ReturnValues })).Attributes).toEqual(attributes);
  });

  test('of an item that was not there', async () => {
    const { update } = start();
    expect((await update({ ReturnValues: 'ALL_OLD' })).Attributes).toBeUndefined();
  });

  test('another word is refused', async () => {
    await expect(start().update({ ReturnValues: 'SOME' as 'NONE' })).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: " +
        'Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]',
    });
  });

  test('the item on which a condition failed, for who asks for it', async () => {
    const { update } = start();
    await update();
    await update();
    await expect(update({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).rejects.toMatchObject({ Item: after });
  });
});

describe('is refused by name', () => {
  const refused = (what: string) => ({
    name: 'NotImplementedException',
    message: `${what} is not implemented by the local runtime.`,
  });

  test.each<[string, Partial<UpdateItemCommandInput>]>([
    ['ReturnConsumedCapacity of UpdateItem', { ReturnConsumedCapacity: 'TOTAL' }],
    ['Expected of UpdateItem', { Expected: {} }],
    ['A path into an attribute', { ConditionExpression: 'questions.today < :limit' }],
    ['UpdateItem without UpdateExpression', { UpdateExpression: undefined }],
  ])('%s', async (what, changes) => {
    await expect(start().update(changes)).rejects.toMatchObject(refused(what));
  });

  test('another operation', async () => {
    const scan = start().client.send(new ScanCommand({ TableName: 'counts' }));
    await expect(scan).rejects.toMatchObject(refused('Scan'));
  });
});

test('an answer carries its checksum, which some SDKs look at', async () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${functionsKeyId}/x`;
  const headers = { 'x-amz-target': 'DynamoDB_20120810.UpdateItem', authorization };
  const service = createDynamoDb({ database: openDatabase(':memory:'), world: realWorld, tables: () => [counts] });
  const answer = await behindDoor(service)(request('/', headers, { method: 'POST', body: '{' }));
  expect(answer).toMatchObject({ status: 400, headers: { 'x-amz-crc32': String(crc32(String(answer.body))) } });
  expect(JSON.parse(String(answer.body))).toMatchObject({ __type: 'com.amazon.coral.service#SerializationException' });
});
