import { readFileSync } from 'node:fs';
import { buildSchema, type FieldNode, Kind, parse, type SelectionSetNode, validate } from 'graphql';
import { describe, expect, test } from 'vitest';

const schema = buildSchema(readFileSync('appsync.graphql', 'utf8') + readFileSync('schema.graphql', 'utf8'));
const document = parse(readFileSync('examples/operations.graphql', 'utf8'));
const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);

function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

/** The names of the fields that a type of the schema has. */
function fieldNames(type: string): string[] {
  const found = schema.getType(type);
  return found && 'getFields' in found ? Object.keys(found.getFields()) : [];
}

/** The names of the types that a union of the schema has. */
function memberNames(union: string): string[] {
  const found = schema.getType(union);
  return found && 'getTypes' in found ? found.getTypes().map(({ name }) => name) : [];
}

describe('examples/operations.graphql', () => {
  test('is good for the schema', () => {
    expect(validate(schema, document)).toEqual([]);
  });

  test('has one operation for each root field of the schema, under its name', () => {
    const rootFields = operations.map(({ selectionSet }) => fieldsOf(selectionSet).map(({ name }) => name.value));
    expect(rootFields.flat().sort()).toEqual([...fieldNames('Query'), ...fieldNames('Mutation')].sort());
    const names = operations.map(({ name }) => [name?.value.replace(/^./, (first) => first.toLowerCase())]);
    expect(names).toEqual(rootFields);
  });

  test.each(['login', 'respondToChallenge'])('distinguishes every answer of %s', (field) => {
    const root = operations.flatMap(({ selectionSet }) => fieldsOf(selectionSet)).find(({ name }) => name.value === field);
    const spreads = root?.selectionSet?.selections.flatMap((each) =>
      each.kind === Kind.FRAGMENT_SPREAD ? [each.name.value] : [],
    );
    expect(spreads?.length).toBeGreaterThan(10);
    expect(spreads).toEqual(memberNames('AuthResult'));
  });

  test.each(fragments.map(({ name, selectionSet }) => [name.value, selectionSet] as const))(
    'asks all of %s',
    (type, selectionSet) => {
      const asked = fieldsOf(selectionSet).map(({ name }) => name.value);
      expect(asked.sort()).toEqual(fieldNames(type).sort());
    },
  );
});
