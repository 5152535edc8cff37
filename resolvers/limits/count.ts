import type { AccountTable } from '../account-table/account-table.ts';
import { isThrottled, isUnreachable, UnclearOutcome } from '../aws/no-answer.ts';
import { AuthError } from '../errors/auth-error.ts';

/** A count: an item of the account table, and its limits. */
export interface Count {
  readonly owner: string;
  readonly item: string;
  /** The limit of each number, by its attribute; at least one. */
  readonly limits: Readonly<Record<string, number>>;
  /**
   * When the numbers are no longer needed, in seconds since the epoch. DynamoDB deletes the item some time afterwards.
   */
  readonly expiresAt: number;
  /** What is counted, as the beginning of the sentence "The question could not be counted in time." */
  readonly what: string;
}

type Table = Pick<AccountTable, 'dynamodb' | 'table'>;

/**
 * Counts one more, unless the limit is reached. Test and count are one operation, so concurrent calls cannot exceed the
 * limit.
 * @param timeoutMs A whole number.
 * @returns The highest of its numbers, with this one; null if it was not counted.
 * @throws AuthError `UNAVAILABLE`, `INTERNAL`: if counting fails nobody passes, since the limit could otherwise be
 * avoided.
 */
export async function countOne({ dynamodb, table }: Table, count: Count, timeoutMs: number): Promise<number | null> {
  const { owner, item, limits, expiresAt, what } = count;
  const attributes = Object.entries(limits);
  const update = {
    TableName: table,
    Key: { owner: { S: owner }, item: { S: item } },
    UpdateExpression: `SET expiresAt = :expiresAt ADD ${attributes.map(([name]) => `${name} :one`).join(', ')}`,
    ConditionExpression: attributes.map(([name]) => `(attribute_not_exists(${name}) OR ${name} < :${name})`).join(' AND '),
    ExpressionAttributeValues: {
      ':one': { N: '1' },
      ':expiresAt': { N: String(expiresAt) },
      ...Object.fromEntries(attributes.map(([name, limit]) => [`:${name}`, { N: String(limit) }])),
    },
    ReturnValues: 'UPDATED_NEW',
  } as const;
  try {
    const { Attributes = {} } = await dynamodb.send('UpdateItem', update, { timeoutMs });
    return Math.max(...attributes.map(([name]) => Number(Attributes[name]?.N ?? 1)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'ConditionalCheckFailedException') return null;
    if (!canPass(error)) throw new AuthError('INTERNAL', 'Something went wrong.', { cause: error });
    throw new AuthError('UNAVAILABLE', `${what} could not be counted in time. Try again.`, { retryable: true, cause: error });
  }
}

/** Undoes a count that turned out not to be one. */
export async function takeBack({ dynamodb, table }: Table, count: Count, timeoutMs: number): Promise<void> {
  const names = Object.keys(count.limits);
  const update = {
    TableName: table,
    Key: { owner: { S: count.owner }, item: { S: count.item } },
    UpdateExpression: `ADD ${names.map((name) => `${name} :less`).join(', ')}`,
    // DynamoDB may have deleted the item, and must not create a new one that never expires.
    ConditionExpression: 'attribute_exists(expiresAt)',
    ExpressionAttributeValues: { ':less': { N: '-1' } },
  };
  await dynamodb.send('UpdateItem', update, { timeoutMs });
}

/** LimitExceededException: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
function canPass(error: Error): boolean {
  return error.name === 'LimitExceededException' || error instanceof UnclearOutcome || isThrottled(error) || isUnreachable(error);
}
