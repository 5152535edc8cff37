import { type AttributeValue, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { isThrottled, isUnreachable, UnclearOutcome } from '../aws/no-answer.ts';
import type { Client } from '../aws/send.ts';
import { AuthError } from '../errors/auth-error.ts';

/** What is counted: an item of a table, and its limit. */
export interface Count {
  readonly table: string;
  readonly key: Readonly<Record<string, AttributeValue>>;
  /** The attribute that contains the number. */
  readonly attribute: string;
  readonly limit: number;
  /**
   * When the number is no longer needed, in seconds since the epoch. DynamoDB deletes the item some time afterwards.
   */
  readonly expiresAt: number;
  /** What is counted, as the beginning of the sentence "The question could not be counted in time." */
  readonly what: string;
}

/**
 * Counts one more, unless the limit is reached. Test and count are one operation, so concurrent calls cannot exceed the
 * limit.
 * @param timeoutMs A whole number.
 * @returns Whether it was counted.
 * @throws AuthError `UNAVAILABLE`, `INTERNAL`: if counting fails nobody passes, since the limit could otherwise be
 * avoided.
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
