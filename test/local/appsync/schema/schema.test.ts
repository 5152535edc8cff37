import { describe, expect, test } from 'vitest';
import { createTestApi, ok, resolver } from '../api.ts';

describe('descriptions', () => {
  const definition = `
    # Line one.
    # Line two.
    type Query {
      # A field.
      field(
        # An argument.
        argument: String
      ): Kind @aws_api_key
      # Dropped by the empty line that follows.
      #
      # Kept.
      other: String
      none(input: In): String
    }
    # A kind.
    enum Kind { A B }
    # An input.
    input In {
      # A key.
      key: String
    }`;

  test('are the comments before a type, field, argument or key, as AppSync reads them', async () => {
    const { send } = await createTestApi({ definition });
    const { json } = await send({
      query: `{
        query: __type(name: "Query") { description fields { name description args { description } } }
        kind: __type(name: "Kind") { description enumValues { description } }
        input: __type(name: "In") { description inputFields { description } }
      }`,
    });
    expect(json).toEqual({
      data: {
        query: {
          description: 'Line one.\nLine two.',
          fields: [
            { name: 'field', description: 'A field.', args: [{ description: 'An argument.' }] },
            { name: 'other', description: 'Kept.', args: [] },
            { name: 'none', description: null, args: [{ description: null }] },
          ],
        },
        kind: { description: 'A kind.', enumValues: [{ description: null }, { description: null }] },
        input: { description: 'An input.', inputFields: [{ description: 'A key.' }] },
      },
    });
  });
});

describe('a schema that AppSync refuses', () => {
  test.each([
    ['directive @mine on OBJECT type Query { a: String }', 'Directive definitions are not supported.'],
    ['type Query { a: String } extend type Query { b: String }', 'Type extensions are not supported.'],
    ['type Query { a: Mine } scalar Mine', 'Custom scalars are not supported.'],
    [
      'interface A { a: String } interface B implements A { a: String } type Query { b: B }',
      'An interface cannot implement another.',
    ],
  ])('is refused at the start: %s', async (definition, message) => {
    await expect(createTestApi({ definition })).rejects.toThrow(`AppSync refuses the schema. ${message}`);
  });

  test.each(['type Query { a: Missing }', 'type Query {', 'type Query { a: String @unknown }'])(
    'fails at the start: %s',
    async (definition) => {
      await expect(createTestApi({ definition })).rejects.toThrow();
    },
  );

  test('a resolver of no field fails at the start', async () => {
    await expect(createTestApi({ resolvers: [resolver('Query.nothing')] })).rejects.toThrow(
      'No field named nothing found on type Query.',
    );
  });
});

describe('what a resolver returns', () => {
  const definition = `
    type Query { one: One list: [One!] any: Any node: Node count: Int kind: Kind deep: [[Int]] strict: Strict rate: Float yes: Boolean text: String }
    type One @aws_api_key { id: ID! n: Int }
    type Two @aws_api_key { id: ID! }
    type Strict @aws_api_key { must: String! list: [String!]! }
    union Any = One | Two
    interface Node { id: ID! }
    type Three implements Node @aws_api_key { id: ID! }
    enum Kind { A B }`.replace('type Query', 'type Query @aws_api_key');

  async function returned(field: string, value: unknown) {
    const name = /^\w+/.exec(field)?.[0] ?? '';
    const { send } = await createTestApi({ definition, resolvers: [resolver(`Query.${name}`)], invoke: () => ok(value) });
    return (await send({ query: `{ ${field} }` })).json;
  }

  const failed = (path: (string | number)[], message: string) => ({ path, locations: null, message });

  test('becomes the data, missing keys null', async () => {
    expect(await returned('one { id n }', { id: 1, extra: true })).toEqual({ data: { one: { id: '1', n: null } } });
    expect(await returned('deep', [[1, null], null])).toEqual({ data: { deep: [[1, null], null] } });
  });

  test('says by __typename which member of a union or interface it is', async () => {
    expect(await returned('any { __typename ... on Two { id } }', { __typename: 'Two', id: 'x' })).toEqual({
      data: { any: { __typename: 'Two', id: 'x' } },
    });
    expect(await returned('node { __typename id }', { __typename: 'Three', id: 'x' })).toEqual({
      data: { node: { __typename: 'Three', id: 'x' } },
    });
  });

  test.each([{ id: 'x' }, { __typename: 'Three', id: 'x' }, { __typename: 'Nobody' }, { __typename: 7 }, { __typename: 'Kind' }])(
    'is null, with an error, where __typename does not help: %j',
    async (value) => {
      const message = "Can't resolve value (/any) : Could not determine the exact type of 'Any'";
      expect(await returned('any { __typename }', value)).toEqual({ data: { any: null }, errors: [failed(['any'], message)] });
    },
  );

  test.each([
    ['list { id }', { id: 1 }, ['list'], "Can't resolve value (/list) : type mismatch error, expected type LIST, got OBJECT"],
    ['one { id }', 'text', ['one'], "Can't resolve value (/one) : type mismatch error, expected type OBJECT, got STRING"],
    ['one { id }', [1], ['one'], "Can't resolve value (/one) : type mismatch error, expected type OBJECT, got LIST"],
    ['count', 'x', ['count'], "Can't serialize value (/count) : Expected type 'Int' but was 'String'."],
    ['count', 1.5, ['count'], "Can't serialize value (/count) : Expected type 'Int' but was 'Double'."],
    ['count', 3_000_000_000, ['count'], "Can't serialize value (/count) : Expected type 'Int' but was 'Integer'."],
    ['rate', 'x', ['rate'], "Can't serialize value (/rate) : Expected type 'Float' but was 'String'."],
    ['yes', 'x', ['yes'], "Can't serialize value (/yes) : Expected type 'Boolean' but was 'String'."],
    ['text', { a: 1 }, ['text'], "Can't serialize value (/text) : Expected type 'String' but was 'LinkedHashMap'."],
    ['kind', 'C', ['kind'], "Can't serialize value (/kind) : Invalid input for Enum 'Kind'. Unknown value 'C'"],
  ])('%s: %j does not fit, and says so', async (query, value, path, message) => {
    expect(await returned(query, value)).toMatchObject({ errors: [failed(path, message)] });
  });

  test('is null up to the next nullable field, where a non-null one is missing', async () => {
    expect(await returned('strict { must }', { must: null })).toEqual({
      data: { strict: null },
      errors: [
        failed(['strict', 'must'], "Cannot return null for non-nullable type: 'String' within parent 'Strict' (/strict/must)"),
      ],
    });
    expect(await returned('strict { list }', { list: ['a', null] })).toEqual({
      data: { strict: null },
      errors: [
        failed(
          ['strict', 'list', 1],
          "Cannot return null for non-nullable type: 'String' within parent 'Strict' (/strict/list[1])",
        ),
      ],
    });
    expect(await returned('list { n }', [{ n: 1 }, null])).toEqual({
      data: { list: null },
      errors: [failed(['list', 1], "Cannot return null for non-nullable type: 'One' within parent 'Query' (/list[1])")],
    });
  });
});

test('a root field without a resolver is null', async () => {
  const { send } = await createTestApi();
  expect((await send({ query: '{ hello }' })).text).toBe('{"data":{"hello":null}}');
});
