import { readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

export const schema = buildSchema(`${readFileSync('appsync.graphql', 'utf8')}\n${readFileSync('schema.graphql', 'utf8')}`);

export const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);

/**
 * The fields that a document selects on an interface, as `Challenge.name`. How AppSync authorizes those is not
 * documented.
 */
export function selectedThroughInterface(document: string): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (isInterfaceType(parent)) found.push(`${parent.name}.${name.value}`);
      },
    }),
  );
  return found;
}
