import { type AttributeValue, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { isThrottled, isUnreachable, UnclearOutcome } from '../aws/no-answer.ts';
import type { Client } from '../aws/send.ts';
import { AuthError } from '../errors/auth-error.ts';

/** What is counted: an item of a table, and how often it may be. */
export interface Count {
  readonly table: string;
  readonly key: Readonly<Record<string, AttributeValue>>;
  /** The attribute that holds the number. */
  readonly attribute: string;
  readonly limit: number;
  /**
   * When nobody asks for the number any more, in seconds since the epoch. DynamoDB deletes the item some time
   * afterwards.
   */
  readonly expiresAt: number;
  /** What is counted, as the beginning of the sentence "The question could not be counted in time." */
  readonly what: string;
}

/**
 * Counts one more, unless as many are counted as may be. Test and count are one: of those that come at once, no more
 * pass than there are left.
 * @param timeoutMs A whole number.
 * @returns Whether it was counted.
 * @throws AuthError `UNAVAILABLE`, `INTERNAL`: without a count nobody passes, as a limit that fails open is none.
 */
export async function countOne(dynamodb: Client, count: Count, timeoutMs: number): Promise<boolean> {
  const { table, key, attribute, limit, expiresAt, what } = count;
  const update = new UpdateItemCommand({
    TableName: table,
    Key: key,
    UpdateExpression: `SET expiresAt = :expiresAt ADD ${attribute} :one`,
    ConditionExpression: `attribute_not_exists(${attribute}) OR ${attribute} < :limit`,
    ExpressionAttributeValues: { ':one': { N: '1' }, ':limit': { N: String(limit) }, ':expiresAt': { N: String(expiresAt) } },
  });
  try {
    await dynamodb.send(update, { timeoutMs });
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'ConditionalCheckFailedException') return false;
    if (!canPass(error)) throw new AuthError('INTERNAL', 'Something went wrong.', { cause: error });
    throw new AuthError('UNAVAILABLE', `${what} could not be counted in time. Try again.`, { retryable: true, cause: error });
  }
}

/** LimitExceededException: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
function canPass(error: Error): boolean {
  return error.name === 'LimitExceededException' || error instanceof UnclearOutcome || isThrottled(error) || isUnreachable(error);
}
