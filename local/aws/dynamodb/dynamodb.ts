import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Database } from '../../data/database.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../../http/http-message.ts';
import type { World } from '../../world.ts';
import { DynamoDbError, notImplemented } from './errors.ts';
import { openItems } from './items.ts';
import type { Table } from './tables.ts';
import { updateItem } from './update-item.ts';
import { record } from './value.ts';

export interface DynamoDbOptions {
  readonly database: Pick<Database, 'sql'>;
  readonly world: World;
  /** The tables that the template declares. */
  readonly tables: () => readonly Table[];
  /** Who may call: the access key id that the functions, and nobody else, are started with. */
  readonly accessKeyId: string;
}

const targetPrefix = 'DynamoDB_20120810.';

/** Whether a request to the Cognito port is meant for DynamoDB. */
export function isForDynamoDb({ headers }: HttpRequest): boolean {
  return headers['x-amz-target']?.startsWith(targetPrefix) ?? false;
}

/**
 * As much of DynamoDB as counts something up to a limit: `UpdateItem` on the stack's tables, their items in the data directory, and of its
 * expressions what local/aws/dynamodb/expression.ts reads. Everything else is refused by name.
 */
export function createDynamoDb({ database, world, tables, accessKeyId }: DynamoDbOptions): HttpHandler {
  const items = openItems(database.sql, world);
  const run = ({ headers, body }: HttpRequest): object => {
    const action = headers['x-amz-target']?.slice(targetPrefix.length) ?? '';
    if (!headers['authorization']?.includes(`Credential=${accessKeyId}/`)) {
      throw new DynamoDbError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    if (action !== 'UpdateItem') throw notImplemented(action);
    const request = record(json(body), 'The request');
    const { TableName } = request;
    const table = tables().find(({ name, arn }) => TableName === name || TableName === arn);
    if (table === undefined) throw new DynamoDbError('ResourceNotFoundException', 'Requested resource not found');
    return updateItem(request, table, items);
  };
  return async (request) => {
    try {
      return answer(200, run(request));
    } catch (error) {
      if (!(error instanceof DynamoDbError)) throw error;
      const { name, message, status } = error;
      const namespace = ownExceptions.has(name) ? 'com.amazonaws.dynamodb.v20120810' : 'com.amazon.coral.service';
      return answer(status, { __type: `${namespace}#${name}`, message });
    }
  };
}

/** The others are those that every service of AWS has. */
const ownExceptions: ReadonlySet<string> = new Set(['ConditionalCheckFailedException', 'ResourceNotFoundException']);

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DynamoDbError('SerializationException', 'The request body is not JSON.');
    throw error;
  }
}

function answer(status: number, output: object): HttpResponse {
  const body = JSON.stringify(output);
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'cache-control': 'no-store',
    'x-amz-crc32': String(crc32(body)),
    'x-amzn-requestid': randomUUID(),
  };
  return { status, headers, body };
}
