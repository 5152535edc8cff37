import {
  buildASTSchema,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  Kind,
  parse,
} from 'graphql';
import { parseDeployable } from './deployable.ts';
import { describeFromComments } from './descriptions.ts';
import { predeclared } from './predeclared.ts';
import { implementScalar } from './scalars.ts';

/** Creates the resolver of one field; called once for every field of every object type. */
export type FieldResolverFactory<Context> = (
  type: GraphQLObjectType,
  fieldName: string,
) => GraphQLFieldResolver<unknown, Context>;

/** The executable schema of a deployed SDL. Throws if the schema is invalid or AppSync would refuse it. */
export function createSchema<Context>(definition: string, resolverOf: FieldResolverFactory<Context>): GraphQLSchema {
  const document = describeFromComments(parseDeployable(definition));
  const schema = buildASTSchema({
    kind: Kind.DOCUMENT,
    definitions: [...parse(predeclared, { noLocation: true }).definitions, ...document.definitions],
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) implementScalar(type);
    if (isAbstractType(type)) type.resolveType = typeNameOf;
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    type.isTypeOf = isRecord;
    for (const [fieldName, field] of Object.entries(type.getFields())) field.resolve = resolverOf(type, fieldName);
  }
  return schema;
}

/** AppSync only accepts a map for an object. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Only `__typename` decides which member of a union or interface an object is (AppSync, "Interfaces and unions").
 * @see docs/aws-behaviour/appsync.md#appsync.schema.typename
 */
function typeNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
  return typeof value.__typename === 'string' ? value.__typename : undefined;
}
