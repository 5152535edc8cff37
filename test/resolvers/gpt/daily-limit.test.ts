import { describe, expect, test } from 'vitest';
import type { HttpHandler } from '../../../local/http/http-message.ts';
import { createDynamoDb } from '../../../resolvers/aws/dynamodb.ts';
import { createDailyLimit } from '../../../resolvers/gpt/daily-limit.ts';
import { exception, stubWire, success } from '../../support/resolvers/stub-wire.ts';
import { inProcess } from '../../support/wire/in-process.ts';

const environment = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' };

/** The limit, by the real SDK, over a wire. */
function limit(handle: HttpHandler, { questionsPerDay = 5, now = Date.UTC(2026, 1, 28, 23, 59, 59, 999) } = {}) {
  return createDailyLimit({
    dynamodb: createDynamoDb({ region: 'eu-central-1', endpoint: 'http://dynamodb.test' }, environment, {
      post: inProcess(handle),
    }),
    table: 'counts',
    questionsPerDay,
    now: () => now,
  });
}

describe('a question', () => {
  test('is counted by one conditional update of the user and the day, signed', async () => {
    const dynamodb = stubWire(success({}));
    await limit(dynamodb.handle)('a-sub', 1_000);
    expect(dynamodb.sent).toHaveLength(1);
    expect(dynamodb.sent[0]).toMatchObject({
      operation: 'UpdateItem',
      headers: { authorization: expect.stringContaining('AWS4-HMAC-SHA256 Credential=AKIATEST/') },
    });
    expect(dynamodb.sent[0]?.body).toEqual({
      TableName: 'counts',
      Key: { sub: { S: 'a-sub' }, day: { S: '2026-02-28' } },
      UpdateExpression: 'SET expiresAt = :expiresAt ADD questions :one',
      ConditionExpression: 'attribute_not_exists(questions) OR questions < :limit',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':limit': { N: '5' },
        ':expiresAt': { N: String(Date.UTC(2026, 2, 2) / 1000) },
      },
    });
  });

  test('is of the next day from midnight on, by UTC', async () => {
    const dynamodb = stubWire(success({}));
    await limit(dynamodb.handle, { now: Date.UTC(2026, 2, 1) })('a-sub', 1_000);
    expect(dynamodb.sent[0]?.body['Key']).toEqual({ sub: { S: 'a-sub' }, day: { S: '2026-03-01' } });
  });

  test.each([
    [5, 'A user may ask 5 questions a day. Ask again from 2026-03-01T00:00:00Z on, or give `key`.'],
    [1, 'A user may ask one question a day. Ask again from 2026-03-01T00:00:00Z on, or give `key`.'],
  ])('beyond %i is refused, with when to ask again', async (questionsPerDay, message) => {
    const failed = exception(
      'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
      'The conditional request failed',
    );
    await expect(limit(stubWire(failed).handle, { questionsPerDay })('a-sub', 1_000)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message,
      retryable: false,
    });
  });
});

describe('what cannot be counted is not asked', () => {
  test.each([
    ['is broken', exception('InternalServerError', 'x', 500)],
    ['is throttled', exception('ThrottlingException', 'x')],
    ['is overloaded', exception('ProvisionedThroughputExceededException', 'x')],
    ['is replaced by a page', { status: 503, headers: {}, body: '<h1>Service Unavailable</h1>' }],
  ])('as DynamoDB %s: try again', async (_, answer) => {
    await expect(limit(stubWire(answer).handle)('a-sub', 5_000)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The question could not be counted in time. Try again.',
      retryable: true,
    });
  });

  test('as nobody answers: try again', async () => {
    const dynamodb = createDynamoDb({ region: 'eu-central-1', endpoint: 'http://127.0.0.1:1' }, environment);
    const count = createDailyLimit({ dynamodb, table: 'counts', questionsPerDay: 5, now: () => 0 });
    await expect(count('a-sub', 5_000)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
    await expect(count('a-sub', 1)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  });

  test.each(['AccessDeniedException', 'ResourceNotFoundException'])(
    'as the deployment is wrong (%s): the operator’s business',
    async (name) => {
      await expect(limit(stubWire(exception(name, 'arn:aws:…')).handle)('a-sub', 1_000)).rejects.toMatchObject({
        code: 'INTERNAL',
        message: 'Something went wrong.',
        cause: { name },
      });
    },
  );
});
