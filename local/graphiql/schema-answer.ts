import { defaultFieldResolver, introspectionFromSchema } from 'graphql';
import { createSchema } from '../appsync/schema/schema.ts';

/**
 * The answer to GraphQL's introspection query, as JSON, of a deployed schema. @param definition in AppSync's dialect.
 */
export function schemaAnswer(definition: string): string {
  return JSON.stringify({ data: introspectionFromSchema(createSchema(definition, () => defaultFieldResolver)) });
}
