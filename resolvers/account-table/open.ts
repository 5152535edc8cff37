import { createDynamoDb } from '../aws/dynamodb.ts';
import type { AccountTableConfig } from '../config/account-table.ts';
import type { AccountTable } from './account-table.ts';

/** @param env Lambda's own environment, for the credentials. */
export function openAccountTable(
  { aws, table }: AccountTableConfig,
  env: Readonly<Record<string, string | undefined>>,
): AccountTable {
  return { dynamodb: createDynamoDb(aws, env), table, now: () => Date.now() };
}
