import type { AccountTable } from './account-table.ts';

/**
 * Deletes everything that the table has about these owners. If that fails or takes too long, the rest is left to
 * expire.
 */
export type Forget = (owners: readonly string[]) => Promise<void>;

export interface ForgetOptions extends AccountTable {
  /** Called if something is left. */
  readonly lost: (error: unknown) => void;
}

const DELETED_AT_ONCE = 25;
const CEILING_MS = 5_000;

export function createForget({ dynamodb, table, now, lost }: ForgetOptions): Forget {
  const itemsOf = async (owner: string): Promise<readonly string[]> => {
    const { Items = [] } = await dynamodb.send('Query', {
      TableName: table,
      KeyConditionExpression: '#owner = :owner',
      ProjectionExpression: '#item',
      ExpressionAttributeNames: { '#owner': 'owner', '#item': 'item' },
      ExpressionAttributeValues: { ':owner': { S: owner } },
      ConsistentRead: true,
      Limit: DELETED_AT_ONCE,
    });
    return Items.flatMap(({ item }) => item?.S ?? []);
  };
  return async (owners) => {
    const endsAt = now() + CEILING_MS;
    try {
      for (const owner of owners) {
        for (let items = await itemsOf(owner); items.length > 0; items = await itemsOf(owner)) {
          if (now() > endsAt) throw new Error('There was no time to delete everything.');
          const deletions = items.map((item) => {
            const key = { owner: { S: owner }, item: { S: item } };
            return dynamodb.send('DeleteItem', { TableName: table, Key: key });
          });
          await Promise.all(deletions);
        }
      }
    } catch (error) {
      lost(error);
    }
  };
}
