import type { HttpHandler } from '../http/http-message.ts';
import { createAuthenticator } from './access/authenticate.ts';
import { createExecutor } from './execution/execute.ts';
import type { GraphqlApiOptions } from './model/graphql-api-model.ts';
import { createTransport } from './transport.ts';

/**
 * An AppSync GraphQL endpoint: `POST /graphql` and its preflight, for the given schema, resolvers and credentials.
 * Throws if AppSync would refuse the schema or a resolver.
 */
export function createGraphqlApi(options: GraphqlApiOptions): { readonly handle: HttpHandler } {
  const execute = createExecutor(options);
  const authenticate = createAuthenticator(options);
  return { handle: createTransport({ authenticate, execute, world: options.world, log: options.log ?? (() => {}) }) };
}
