import type { Table } from '../../assembly/tables.ts';
import type { Database } from '../../data/database.ts';
import type { World } from '../../world.ts';
import { dynamoDbProtocol } from '../protocols.ts';
import type { Service } from '../service.ts';
import { openItems } from './items.ts';
import { deleteItem } from './operations/delete-item.ts';
import { getItem } from './operations/get-item.ts';
import { putItem } from './operations/put-item.ts';
import { query } from './operations/query.ts';
import { tableFinder } from './operations/request.ts';
import { transactWriteItems } from './operations/transact-write-items.ts';
import { updateItem } from './operations/update-item.ts';

export interface DynamoDbOptions {
  readonly database: Pick<Database, 'sql' | 'transaction'>;
  readonly world: World;
  /** The tables that the template declares. */
  readonly tables: () => readonly Table[];
}

/** The tables of the stack, with their items in the data directory. They have no indexes, and no paths into an attribute. */
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
