import { errorTypeRegistries, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import { endpointOf } from '../aws/endpoint.ts';
import { isThrottled, isUnreachable, UnclearOutcome } from '../aws/no-answer.ts';
import { createPost } from '../aws/post.ts';
import { type Client, type ClientOptions, createClient } from '../aws/send.ts';
import { createSign } from '../aws/sign.ts';
import type { AwsConfig } from '../config.ts';
import { AuthError } from '../errors/auth-error.ts';

/**
 * Counts one question of a user, before it is sent.
 * @param timeoutMs A whole number. It is not sent either when it could not be counted within this time.
 * @throws AuthError `TOO_MANY_REQUESTS`, `UNAVAILABLE`, `INTERNAL`.
 */
export type CountQuestion = (sub: string, timeoutMs: number) => Promise<void>;

export interface DailyLimitOptions {
  readonly dynamodb: Client;
  readonly table: string;
  readonly questionsPerDay: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const DAY_MS = 86_400_000;

/** At most so many questions for each user and UTC day. A question counts once it is counted: what becomes of it does not matter. */
export function createDailyLimit({ dynamodb, table, questionsPerDay, now }: DailyLimitOptions): CountQuestion {
  return async (sub, timeoutMs) => {
    const today = Math.floor(now() / DAY_MS);
    // Test and count in one: of questions that come at once, no more pass than there are left.
    const update = new UpdateItemCommand({
      TableName: table,
      Key: { sub: { S: sub }, day: { S: new Date(today * DAY_MS).toISOString().slice(0, 10) } },
      UpdateExpression: 'SET expiresAt = :expiresAt ADD questions :one',
      ConditionExpression: 'attribute_not_exists(questions) OR questions < :limit',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':limit': { N: String(questionsPerDay) },
        // A day after its own has ended, in seconds. DynamoDB deletes it some time afterwards.
        ':expiresAt': { N: String(((today + 2) * DAY_MS) / 1000) },
      },
    });
    try {
      await dynamodb.send(update, { timeoutMs });
    } catch (error) {
      throw translate(error, questionsPerDay, new Date((today + 1) * DAY_MS));
    }
  };
}

/** @param env Lambda's own environment, for the credentials. */
export function createDynamoDb(
  aws: AwsConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: Partial<Pick<ClientOptions, 'post'>> = {},
): Client {
  const endpoint = endpointOf('dynamodb', aws);
  return createClient({
    protocol: new AwsJson1_0Protocol({
      defaultNamespace: 'com.amazonaws.dynamodb',
      serviceTarget: 'DynamoDB_20120810',
      errorTypeRegistries,
    }),
    endpoint,
    post: createPost(endpoint),
    // A question would count twice.
    isRepeatable: () => false,
    sign: createSign('dynamodb', aws, env),
    ...options,
  });
}

/** Without a count there is no answer: a limit that fails open is none. */
function translate(error: unknown, questionsPerDay: number, opensAt: Date): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'ConditionalCheckFailedException') {
    const allowed = questionsPerDay === 1 ? 'one question' : `${questionsPerDay} questions`;
    const at = opensAt.toISOString().replace('.000', '');
    // Not retryable: what tries again by itself does so within seconds.
    return new AuthError('TOO_MANY_REQUESTS', `A user may ask ${allowed} a day. Ask again from ${at} on, or give \`key\`.`);
  }
  // LimitExceededException: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
  if (error.name === 'LimitExceededException' || error instanceof UnclearOutcome || isThrottled(error) || isUnreachable(error)) {
    return new AuthError('UNAVAILABLE', 'The question could not be counted in time. Try again.', {
      retryable: true,
      cause: error,
    });
  }
  return new AuthError('INTERNAL', 'Something went wrong.', { cause: error });
}
