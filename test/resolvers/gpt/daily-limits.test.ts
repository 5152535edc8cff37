import { describe, expect, test } from 'vitest';
import type { HttpHandler } from '../../../local/http/http-message.ts';
import { createDynamoDb } from '../../../resolvers/aws/dynamodb.ts';
import { createDailyLimits } from '../../../resolvers/gpt/daily-limits.ts';
import { exception, stubWire, success } from '../../support/resolvers/stub-wire.ts';
import { inProcess } from '../../support/wire/in-process.ts';

const environment = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' };

/** The limit, by the real SDK, over a wire. */
function limit(
  handle: HttpHandler,
  { questionsPerDay = 5, totalPerDay = null as number | null, now = Date.UTC(2026, 1, 28, 23, 59, 59, 999) } = {},
) {
  return createDailyLimits({
    dynamodb: createDynamoDb({ region: 'eu-central-1', endpoint: 'http://dynamodb.test' }, environment, {
      post: inProcess(handle),
    }),
    table: 'counts',
    questionsPerDay,
    totalPerDay,
    now: () => now,
  });
}

const own = { sub: 'a-sub', isPaidHere: true };

describe('a question', () => {
  test('is counted by one conditional update of the user and the day, signed', async () => {
    const dynamodb = stubWire(success({}));
    await limit(dynamodb.handle)(own, 1_000);
    expect(dynamodb.sent).toHaveLength(1);
    expect(dynamodb.sent[0]).toMatchObject({
      operation: 'UpdateItem',
      headers: { authorization: expect.stringContaining('AWS4-HMAC-SHA256 Credential=AKIATEST/') },
    });
    expect(dynamodb.sent[0]?.body).toEqual({
      TableName: 'counts',
      Key: { owner: { S: 'a-sub' }, item: { S: 'questions:2026-02-28' } },
      UpdateExpression: 'SET expiresAt = :expiresAt ADD inDay :one',
      ConditionExpression: '(attribute_not_exists(inDay) OR inDay < :inDay)',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':inDay': { N: '5' },
        ':expiresAt': { N: String(Date.UTC(2026, 2, 2) / 1000) },
      },
      ReturnValues: 'UPDATED_NEW',
    });
  });

  test('is of the next day from midnight on, by UTC', async () => {
    const dynamodb = stubWire(success({}));
    await limit(dynamodb.handle, { now: Date.UTC(2026, 2, 1) })(own, 1_000);
    expect(dynamodb.sent[0]?.body['Key']).toEqual({ owner: { S: 'a-sub' }, item: { S: 'questions:2026-03-01' } });
  });

  test.each([
    [5, 'A user may ask 5 questions a day. Ask again from 2026-03-01T00:00:00Z on.'],
    [1, 'A user may ask one question a day. Ask again from 2026-03-01T00:00:00Z on.'],
  ])('beyond %i is refused, with when to ask again', async (questionsPerDay, message) => {
    const failed = exception(
      'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
      'The conditional request failed',
    );
    await expect(limit(stubWire(failed).handle, { questionsPerDay })(own, 1_000)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message,
      retryable: false,
    });
  });
});

describe('the budget of all users', () => {
  const failed = exception('com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', 'The conditional request failed');

  test('is counted after the user, for what the deployment pays alone', async () => {
    const dynamodb = stubWire(success({}), success({}), success({}));
    const count = limit(dynamodb.handle, { totalPerDay: 9 });
    await count(own, 1_000);
    await count({ ...own, isPaidHere: false }, 1_000);
    const owners = dynamodb.sent.map(({ body }) => (body['Key'] as { owner: { S: string } }).owner.S);
    expect(owners).toEqual(['a-sub', 'everybody', 'a-sub']);
    expect(dynamodb.sent[1]?.body['ExpressionAttributeValues']).toMatchObject({ ':inDay': { N: '9' } });
  });

  test('that is used up refuses, with when to ask again', async () => {
    await expect(limit(stubWire(success({}), failed).handle, { totalPerDay: 9 })(own, 1_000)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'All questions of today have been asked. Ask again from 2026-03-01T00:00:00Z on, or give `key`.',
      retryable: false,
    });
  });

  test('is not touched by a user whose own questions are used up', async () => {
    const dynamodb = stubWire(failed);
    await expect(limit(dynamodb.handle, { totalPerDay: 9 })(own, 1_000)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(dynamodb.sent).toHaveLength(1);
  });
});

describe('what cannot be counted is not asked', () => {
  test.each([
    ['is broken', exception('InternalServerError', 'x', 500)],
    ['is throttled', exception('ThrottlingException', 'x')],
    ['is overloaded', exception('ProvisionedThroughputExceededException', 'x')],
    ['is replaced by a page', { status: 503, headers: {}, body: '<h1>Service Unavailable</h1>' }],
  ])('as DynamoDB %s: try again', async (_, answer) => {
    await expect(limit(stubWire(answer).handle)(own, 5_000)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The question could not be counted in time. Try again.',
      retryable: true,
    });
  });

  test('as nobody answers: try again', async () => {
    const dynamodb = createDynamoDb({ region: 'eu-central-1', endpoint: 'http://127.0.0.1:1' }, environment);
    const count = createDailyLimits({ dynamodb, table: 'counts', questionsPerDay: 5, totalPerDay: null, now: () => 0 });
    await expect(count(own, 5_000)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
    await expect(count(own, 1)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  });

  test.each(['AccessDeniedException', 'ResourceNotFoundException'])(
    'as the deployment is wrong (%s): the operator’s business',
    async (name) => {
      await expect(limit(stubWire(exception(name, 'arn:aws:…')).handle)(own, 1_000)).rejects.toMatchObject({
        code: 'INTERNAL',
        message: 'Something went wrong.',
        cause: { name },
      });
    },
  );
});
