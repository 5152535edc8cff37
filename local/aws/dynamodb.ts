import type { Database } from '../data/database.ts';
import type { World } from '../world/world.ts';
import { openItems } from './dynamodb/items.ts';
import { deleteItem } from './dynamodb/operations/delete-item.ts';
import { getItem } from './dynamodb/operations/get-item.ts';
import { putItem } from './dynamodb/operations/put-item.ts';
import { query } from './dynamodb/operations/query.ts';
import { tableFinder } from './dynamodb/operations/request.ts';
import { transactWriteItems } from './dynamodb/operations/transact-write-items.ts';
import { updateItem } from './dynamodb/operations/update-item.ts';
import type { Table } from './dynamodb/table.ts';
import { dynamoDbProtocol } from './protocol/protocols.ts';
import type { Service } from './protocol/service.ts';

export interface DynamoDbOptions {
  readonly database: Pick<Database, 'sql' | 'transaction'>;
  readonly world: World;
  /** The tables that the template declares. */
  readonly tables: () => readonly Table[];
}

/**
 * The tables of the stack, with their items in the data directory. Indexes and paths into an attribute are not
 * supported.
 */
export function createDynamoDb({ database, world, tables }: DynamoDbOptions): Service {
  const items = openItems(database, world);
  const findTable = tableFinder(tables);
  return {
    ...dynamoDbProtocol,
    operations: {
      DeleteItem: deleteItem(items, findTable),
      GetItem: getItem(items, findTable),
      PutItem: putItem(items, findTable),
      Query: query(items, findTable),
      TransactWriteItems: transactWriteItems({ database, world, items, findTable }),
      UpdateItem: updateItem(items, findTable),
    },
  };
}
