import { describe, expect, test } from 'vitest';
import { createTestApi } from '../api.ts';

const definition = `
  type Query @aws_api_key { item(id: ID!, first: Int, in: In, kind: Kind, json: AWSJSON, list: [Int!]): Item any: Any plain: String }
  type Item @aws_api_key { id: ID name: String owner: Item }
  type Other @aws_api_key { id: Int }
  union Any = Item | Other
  enum Kind { A B }
  input In { must: String! more: Int nested: In }`;

async function messages(query: string): Promise<string[]> {
  const { send } = await createTestApi({ definition });
  const { status, json } = await send({ query });
  expect(status).toBe(200);
  const { data, errors } = json as { data: unknown; errors: { message: string }[] };
  expect(data).toBeNull();
  return errors.map((error) => error.message.replace('Validation error of type ', ''));
}

test('a violation is status 200, with path null, a location and no type', async () => {
  const { send } = await createTestApi({ definition });
  const { status, text } = await send({ query: '{badfield}' });
  expect(status).toBe(200);
  expect(text).toBe(
    '{"data":null,"errors":[{"path":null,"locations":[{"line":1,"column":2,"sourceName":null}],' +
      `"message":"Validation error of type FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'"}]}`,
  );
});

describe('the words of AppSync', () => {
  test.each([
    [
      '{ a b }',
      [
        "FieldUndefined: Field 'a' in type 'Query' is undefined @ 'a'",
        "FieldUndefined: Field 'b' in type 'Query' is undefined @ 'b'",
      ],
    ],
    ['{ x: item(id: 1) { owner { zzz } } }', ["FieldUndefined: Field 'zzz' in type 'Item' is undefined @ 'item/owner/zzz'"]],
    ['{ item { id } }', ["MissingFieldArgument: Missing field argument id @ 'item'"]],
    ['{ item(id: 1, other: 2) { id } }', ["UnknownArgument: Unknown field argument other @ 'item'"]],
    ['{ item(id: 1) }', ["SubSelectionRequired: Sub selection required for type Item of field item @ 'item'"]],
    ['{ plain { a } }', ["SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field plain @ 'plain'"]],
    ['{ plain @nope }', ["UnknownDirective: Unknown directive nope @ 'plain'"]],
    ['query @skip(if: true) { plain }', ['MisplacedDirective: Directive skip not allowed here']],
    ['{ plain @skip }', ["MissingDirectiveArgument: Missing directive argument if @ 'plain'"]],
    ['{ ...F }', ['UndefinedFragment: Undefined fragment F']],
    ['{ plain } fragment F on Query { plain }', ["UnusedFragment: Unused fragment F @ 'F'"]],
    ['{ ...F } fragment F on Query { ...F }', ["FragmentCycle: Fragment cycles not allowed @ 'F'"]],
    ['{ ...F } fragment F on Nope { id }', ["UnknownType: Unknown type Nope @ 'F'"]],
    [
      '{ ... on Kind { id } }',
      ['InlineFragmentTypeConditionInvalid: Inline fragment type condition is invalid, must be on Object/Interface/Union'],
    ],
    [
      '{ item(id: 1) { ... on Other { id } } }',
      ["InvalidFragmentType: Fragment cannot be spread here as objects of type Item can never be of type Other @ 'item'"],
    ],
    ['query($a: Int) { plain }', ['UnusedVariable: Unused variable a']],
    ['{ item(id: $a) { id } }', ["UndefinedVariable: Undefined variable a @ 'item'"]],
    [
      'query($a: String) { item(id: 1, first: $a) { id } }',
      ["VariableTypeMismatch: Variable type 'String' doesn't match expected type 'Int' @ 'item'"],
    ],
    [
      'query($a: Item) { plain }',
      ['NonInputTypeOnVariable: Input variable a type Item is not an input type', 'UnusedVariable: Unused variable a'],
    ],
    ['{ plain @skip(if: true, unless: 1) }', ["UnknownDirective: Unknown directive argument unless @ 'plain'"]],
    [
      'query($a: Int = "x") { item(id: 1, first: $a) { id } }',
      ["BadValueForDefaultArg: Bad default value StringValue{value='x'} for type Int"],
    ],
    ['{ plain } { plain }', ['LoneAnonymousOperationViolation: Anonymous operation with other operations.']],
    ['query A { plain } query A { plain }', ["DuplicateOperationName: There can be only one operation named 'A'"]],
    ['{ plain: item(id: 1) { id } plain }', ["FieldsConflict: plain: item and plain are different fields @ 'item'"]],
    ['{ item(id: 1) { id } item(id: 2) { id } }', ["FieldsConflict: item: they have differing arguments @ 'item'"]],
    ['{ item(id: 1, id: 2) { id } }', ["DuplicateArgumentNames: There can be only one argument named 'id' @ 'item'"]],
    ['{ plain } type X { a: Int }', ['NonExecutableDefinition: The X definition is not executable']],
  ])('%s', async (query, expected) => {
    expect(await messages(query)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['first: "x"', "argument 'first' with value 'StringValue{value='x'}' is not a valid 'Int'"],
    ['first: 1.5', "argument 'first' with value 'FloatValue{value=1.5}' is not a valid 'Int'"],
    ['kind: C', "argument 'kind' with value 'EnumValue{name='C'}' is not a valid 'Kind'"],
    ['kind: "A"', "argument 'kind' with value 'StringValue{value='A'}' is not a valid 'Kind'"],
    ['list: [1, "x"]', "argument 'list[1]' with value 'StringValue{value='x'}' is not a valid 'Int'"],
    [
      'json: {upvotes: 10}',
      "argument 'json' with value 'ObjectValue{objectFields=[ObjectField{name='upvotes', value=IntValue{value=10}}]}' is not a valid 'AWSJSON'",
    ],
    ['json: "{"', "argument 'json' with value 'StringValue{value='{'}' is not a valid 'AWSJSON'"],
    ['in: {}', "argument 'in' with value 'ObjectValue{objectFields=[]}' is missing required fields '[must]'"],
    ['in: 7', "argument 'in' with value 'IntValue{value=7}' must be an object type"],
    [
      'in: {must: "a", history: true}',
      "argument 'in' with value 'ObjectValue{objectFields=[ObjectField{name='must', value=StringValue{value='a'}}, ObjectField{name='history', value=BooleanValue{value=true}}]}' contains a field not in 'In': 'history'",
    ],
    [
      'in: {must: "a", nested: {}}',
      "argument 'in.nested' with value 'ObjectValue{objectFields=[ObjectField{name='must', value=StringValue{value='a'}}, ObjectField{name='nested', value=ObjectValue{objectFields=[]}}]}' is missing required fields '[must]'",
    ],
    ['in: {must: "a", nested: {must: 1}}', "argument 'in.nested.must' with value 'IntValue{value=1}' is not a valid 'String'"],
  ])('item(%s)', async (argument, expected) => {
    expect(await messages(`{ item(id: 1, ${argument}) { id } }`)).toEqual([`WrongType: ${expected} @ 'item'`]);
  });
});

describe('one fault is one error', () => {
  test.each([
    ['{ item(id: 1, in: {foo: 1, bar: 2}) { id } }', 'WrongType'],
    ['{ item(id: 1, in: {must: 1, more: "x", foo: 1}) { id } }', 'WrongType'],
    ['{ item(id: 1, list: ["a", "b", null]) { id } }', 'WrongType'],
    ['{ item(id: null) { id } }', 'WrongType'],
    ['{ plain @skip(if: 7) }', 'WrongType'],
    ['query($a: In = {foo: 1, bar: 2}) { item(id: 1, in: $a) { id } }', 'BadValueForDefaultArg'],
    ['{ plain } { plain }', 'LoneAnonymousOperationViolation'],
    ['{ plain } query A { plain }', 'LoneAnonymousOperationViolation'],
    ['query A { plain } { plain }', 'LoneAnonymousOperationViolation'],
  ])('%s', async (query, type) => {
    expect(await messages(query)).toEqual([expect.stringMatching(`^${type}: `)]);
  });

  test('and two arguments at fault are two', async () => {
    expect(await messages('{ item(id: 1, first: "x", kind: C) { id } }')).toHaveLength(2);
  });
});

describe('the place of an error', () => {
  test.each([
    ['an argument, by its name', '{ item(id: 1, in: {must: {a: 1}}) { id } }', [15]],
    ['an argument of a directive', '{ plain @skip(if: 7) }', [15]],
    ['an unknown argument', '{ item(id: 1, no: 2) { id } }', [15]],
    ['a field that lacks an argument, by its alias', '{ x: item { id } }', [3]],
    ['a field with the same argument twice', '{ item(id: 1, id: 2) { id } }', [3]],
    ['a variable with a bad default', 'query($a: Int = "x") { item(id: 1, first: $a) { id } }', [7]],
    ['a variable that is not defined, at its use', '{ item(id: $a) { id } }', [12]],
    ['a variable of another type, at its use', 'query($a: Boolean!) { item(id: 1, first: $a) { id } }', [42]],
    [
      'a variable that is no input',
      'query($a: Any) { item(id: 1) { id } ...F } fragment F on Query { x: item(id: $a) { id } }',
      [7],
    ],
    ['the second variable of a name', 'query($a: Int, $a: Int) { item(id: 1, first: $a) { id } }', [16]],
    ['the second operation of a name', 'query A { plain } query A { plain }', [19]],
    ['an inline fragment', '{ ... on Kind { id } }', [3]],
    ['both of two fields in conflict', '{ plain: item(id: 1) { id } plain }', [3, 29]],
  ])('is that of %s: %s', async (_, query, columns) => {
    const { send } = await createTestApi({ definition });
    const { json } = await send({ query });
    expect((json as { errors: unknown[] }).errors[0]).toMatchObject({
      path: null,
      locations: columns.map((column) => ({ line: 1, column, sourceName: null })),
    });
  });
});

describe('introspection', () => {
  test('that is off makes the schema undefined, and leaves __typename', async () => {
    const { send } = await createTestApi({ definition, introspection: false });
    expect((await send({ query: '{ __typename }' })).text).toBe('{"data":{"__typename":"Query"}}');
    expect((await send({ query: '{ __schema { types { name } } }' })).json).toMatchObject({
      data: null,
      errors: [
        {
          path: null,
          message: "Validation error of type FieldUndefined: Field 'types' in type '__Schema' is undefined @ '__schema/types'",
        },
        {
          path: null,
          message: "Validation error of type FieldUndefined: Field 'name' in type '__Type' is undefined @ '__schema/types/name'",
        },
      ],
    });
    expect((await send({ query: '{ __type(name: "Item") { name } }' })).json).toMatchObject({ data: null });
  });

  test('names the scalars that AppSync predeclares', async () => {
    const { send } = await createTestApi({ definition });
    expect((await send({ query: '{ __type(name: "AWSJSON") { kind } }' })).text).toBe('{"data":{"__type":{"kind":"SCALAR"}}}');
  });
});
