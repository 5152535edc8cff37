import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { AccountTable } from '../account-table/account-table.ts';
import type { Plain } from '../aws/json-protocol.ts';
import { ActivityKind, type AdminActivity } from '../generated/schema.ts';
import { known } from '../input/known.ts';
import { activityPrefix } from './trail.ts';

export interface LogBook {
  /**
   * The history of an account, newest first.
   * @param owners All owners that belong to one user.
   * @param before `next` of the previous page; null for the first page.
   */
  read(owners: readonly string[], page: { readonly limit: number; readonly before: string | null }): Promise<LogPage>;
}

interface LogPage {
  /** The same with the administrator who made each change, which owners may not see. */
  readonly items: readonly AdminActivity[];
  /**
   * Where the next page begins; null after the last entry. It contains no owner, so a caller who makes one up only
   * reads their own entries.
   */
  readonly next: string | null;
}

type Item = Readonly<Record<string, Plain<AttributeValue>>>;

export function createLogBook({ dynamodb, table, now }: AccountTable): LogBook {
  const query = async (owner: string, limit: number, before: string | null): Promise<readonly Item[]> => {
    const { Items = [] } = await dynamodb.send('Query', {
      TableName: table,
      KeyConditionExpression: '#owner = :owner AND begins_with(#item, :prefix)',
      // DynamoDB deletes expired items only some time later.
      FilterExpression: 'expiresAt > :now',
      ExpressionAttributeNames: { '#owner': 'owner', '#item': 'item' },
      ExpressionAttributeValues: {
        ':owner': { S: owner },
        ':prefix': { S: activityPrefix },
        ':now': { N: String(Math.floor(now() / 1000)) },
      },
      ScanIndexForward: false,
      Limit: limit,
      ...(before !== null && { ExclusiveStartKey: { owner: { S: owner }, item: { S: before } } }),
    });
    return Items;
  };
  return {
    read: async (owners, { limit, before }) => {
      // Reads one more than is shown, to know whether there are more.
      const found = await Promise.all(owners.map((owner) => query(owner, limit + 1, before)));
      const newest = found.flat().sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const shown = newest.slice(0, limit);
      const last = shown.at(-1);
      return { items: shown.flatMap(toActivity), next: newest.length > limit && last ? placeOf(last) : null };
    },
  };
}

function placeOf({ item }: Item): string {
  return item?.S ?? '';
}

/** Skips a kind that a later version has written. */
function toActivity({ kind, occurredAt, device, ipAddress, detail, actor }: Item): AdminActivity[] {
  return known(ActivityKind, [kind?.S ?? '']).map((each) => ({
    kind: each,
    at: occurredAt?.S ?? '',
    device: device?.S ?? null,
    ipAddress: ipAddress?.S ?? null,
    detail: detail?.S ?? null,
    actor: actor?.S ?? null,
  }));
}
