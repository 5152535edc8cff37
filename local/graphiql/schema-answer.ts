import { defaultFieldResolver, introspectionFromSchema } from 'graphql';
import { createSchema } from '../appsync/schema/schema.ts';

/**
 * The answer to GraphQL's introspection query for a deployed schema, as JSON. @param definition in AppSync's dialect.
 */
export function schemaAnswer(definition: string): string {
  return JSON.stringify({ data: introspectionFromSchema(createSchema(definition, () => defaultFieldResolver)) });
}
