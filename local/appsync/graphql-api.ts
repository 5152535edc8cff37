import type { HttpHandler } from '../http/http-message.ts';
import { createAuthenticator } from './access/authenticate.ts';
import { createExecutor } from './execution/execute.ts';
import type { GraphqlApiOptions } from './model/graphql-api-model.ts';
import { createTransport } from './transport.ts';

/**
 * An AppSync GraphQL endpoint: `POST /graphql` and its preflight, over the given schema, resolvers and credentials.
 * Throws when the schema or a resolver is one that AppSync would not take.
 */
export function createGraphqlApi(options: GraphqlApiOptions): { readonly handle: HttpHandler } {
  const execute = createExecutor(options);
  const authenticate = createAuthenticator(options);
  return { handle: createTransport({ authenticate, execute, world: options.world, log: options.log ?? (() => {}) }) };
}
