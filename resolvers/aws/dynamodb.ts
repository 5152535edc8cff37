import type * as sdk from '@aws-sdk/client-dynamodb';
import { type AwsConfig, endpointOf } from './endpoint.ts';
import { jsonProtocol } from './json-protocol.ts';
import { createPost } from './post.ts';
import { type Client, type ClientOptions, type CommandsOf, createClient } from './send.ts';
import { createSign } from './sign.ts';

/** The tables' service, with the operations that are used. */
export type DynamoDb = Client<
  CommandsOf<typeof sdk, 'DeleteItem' | 'GetItem' | 'PutItem' | 'Query' | 'TransactWriteItems' | 'UpdateItem'>
>;

/** @param env Lambda's own environment, for the credentials. */
export function createDynamoDb(
  aws: AwsConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: Partial<Pick<ClientOptions, 'post'>> = {},
): DynamoDb {
  const endpoint = endpointOf('dynamodb', aws);
  return createClient({
    protocol: jsonProtocol('1.0', 'DynamoDB_20120810'),
    endpoint,
    post: createPost(endpoint),
    // A repeated update would count twice, or see the result of the first one.
    isRepeatable: (operation) => operation !== 'UpdateItem',
    sign: createSign('dynamodb', aws, env),
    ...options,
  });
}
