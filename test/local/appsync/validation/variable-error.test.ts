import { describe, expect, test } from 'vitest';
import { createTestApi, resolver } from '../api.ts';

const definition = `
  type Query @aws_api_key { id(id: ID!): String count(n: Int): String kind(kind: Kind): String in(in: In!): String list(list: [Int!]): String phone(phone: AWSPhone): String }
  enum Kind { A B }
  input In { must: String! flag: Boolean phone: AWSPhone json: AWSJSON nested: In kind: Kind = A }`;

async function refused(query: string, variables: unknown) {
  const { send } = await createTestApi({ definition });
  const { status, json } = await send({ query, variables });
  expect(status).toBe(200);
  expect(json).toMatchObject({ data: null });
  return (json as { errors: unknown }).errors;
}

const at = (column: number, message: string) => [{ path: null, locations: [{ line: 1, column, sourceName: null }], message }];

describe('a variable that does not fit', () => {
  test.each([{}, { id: null }, undefined, null])('is missing or null: %j', async (variables) => {
    expect(await refused('query($id: ID!) { id(id: $id) }', variables)).toEqual(
      at(7, "Variable 'id' has coerced Null value for NonNull type 'ID!'"),
    );
  });

  test.each([
    ['query($n: Int) { count(n: $n) }', { n: 'x' }, "Variable 'n' has an invalid value. Expected type 'Int' but was 'String'."],
    ['query($n: Int) { count(n: $n) }', { n: 1.5 }, "Variable 'n' has an invalid value. Expected type 'Int' but was 'Double'."],
    [
      'query($n: Int) { count(n: $n) }',
      { n: [1] },
      "Variable 'n' has an invalid value. Expected type 'Int' but was 'ArrayList'.",
    ],
    [
      'query($id: ID!) { id(id: $id) }',
      { id: true },
      "Variable 'id' has an invalid value. Expected type 'ID' but was 'Boolean'.",
    ],
    [
      'query($k: Kind) { kind(kind: $k) }',
      { k: 'C' },
      "Variable 'k' has an invalid value. Invalid input for Enum 'Kind'. No value found for name 'C'",
    ],
    [
      'query($k: Kind) { kind(kind: $k) }',
      { k: 1 },
      "Variable 'k' has an invalid value. Invalid input for Enum 'Kind'. No value found for name '1'",
    ],
    [
      'query($l: [Int!]) { list(list: $l) }',
      { l: [1, 'x'] },
      "Variable 'l' has an invalid value. Expected type 'Int' but was 'String'.",
    ],
    ['query($l: [Int!]) { list(list: $l) }', { l: [null] }, "Variable 'l' has coerced Null value for NonNull type 'Int!'"],
    [
      'query($in: In!) { in(in: $in) }',
      { in: 'x' },
      "Variable 'in' has an invalid value. Expected type 'Map' but was 'String'. Variables for input objects must be an instance of type 'Map'.",
    ],
    ['query($in: In!) { in(in: $in) }', { in: {} }, "Variable 'in' has coerced Null value for NonNull type 'String!'"],
    [
      'query($in: In!) { in(in: $in) }',
      { in: { must: null } },
      "Variable 'in' has coerced Null value for NonNull type 'String!'",
    ],
    [
      'query($in: In!) { in(in: $in) }',
      { in: { must: 'a', flag: 'yes' } },
      "Variable 'flag' has an invalid value. Expected type 'Boolean' but was 'String'.",
    ],
    [
      'query($in: In!) { in(in: $in) }',
      { in: { must: 'a', nested: { must: 'b', phone: '1110004444' } } },
      "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.",
    ],
    [
      'query($p: AWSPhone) { phone(phone: $p) }',
      { p: 7 },
      "Variable 'p' has an invalid value. Unable to parse `7` as a valid phone number.",
    ],
    [
      'query($in: In!) { in(in: $in) }',
      { in: { must: 'a', json: { key1: 'hi', key2: 3, key3: [true, null] } } },
      "Variable 'json' has an invalid value. Unable to parse {key1=hi, key2=3, key3=[true, null]} as valid JSON.",
    ],
    [
      'query($in: In!) { in(in: $in) }',
      { in: { must: 'a', json: '{' } },
      "Variable 'json' has an invalid value. Unable to parse { as valid JSON.",
    ],
  ])('%s %j', async (query, variables, message) => {
    expect(await refused(query, variables)).toEqual(at(7, message));
  });

  test('has a key that its type has not: no location, and a blank at the end, as on AppSync', async () => {
    expect(await refused('query($in: In!) { in(in: $in) }', { in: { must: 'a', extra: 1 } })).toEqual([
      {
        path: null,
        locations: null,
        message: "The variables input contains a field name 'extra' that is not defined for input object type 'In' ",
      },
    ]);
  });
});

describe('several faults are one error: the first that the engine meets', () => {
  const unknown = (field: string) =>
    `The variables input contains a field name '${field}' that is not defined for input object type 'In' `;

  test.each([
    [{ in: { foo: 1 } }, unknown('foo')],
    [{ in: { flag: 'yes', foo: 1, bar: 2 } }, unknown('foo')],
    [
      { in: { must: 'a', nested: { foo: 1 }, flag: 'yes' } },
      "Variable 'flag' has an invalid value. Expected type 'Boolean' but was 'String'.",
    ],
    [{ in: { must: 'a', nested: { foo: 1 }, kind: 'C' } }, unknown('foo')],
    [
      { in: { must: 'a', flag: 7, phone: 'x', json: '{', kind: 'C' } },
      "Variable 'flag' has an invalid value. Expected type 'Boolean' but was 'Integer'.",
    ],
    [{ n: 'x', in: {} }, "Variable 'n' has an invalid value. Expected type 'Int' but was 'String'."],
    [{ n: 1 }, "Variable 'in' has coerced Null value for NonNull type 'In!'"],
  ])('%j', async (variables, message) => {
    const errors = await refused('query($n: Int, $in: In!) { count(n: $n) in(in: $in) }', variables);
    expect(errors).toEqual([expect.objectContaining({ path: null, message })]);
  });
});

describe('arguments', () => {
  const api = () => createTestApi({ definition, resolvers: [resolver('Query.in'), resolver('Query.count')] });

  test('reach the resolver with defaults applied, JSON parsed, null kept, absent left out, and null for a variable without a value', async () => {
    const { send, invoked } = await api();
    await send({ query: 'query($in: In!) { in(in: $in) }', variables: { in: { must: 'a', flag: null, json: '{"a":[1]}' } } });
    await send({ query: '{ count }' });
    await send({ query: '{ count(n: null) }' });
    await send({ query: 'query($n: Int) { count(n: $n) }', variables: { other: 1 } });
    await send({ query: 'query($n: Int = 7) { count(n: $n) }' });
    expect(invoked).toEqual([
      { in: { must: 'a', flag: null, json: { a: [1] }, kind: 'A' } },
      {},
      { n: null },
      { n: null },
      { n: 7 },
    ]);
  });

  test('inside an input object are left out where their variable has no value, and defaults of arguments stand', async () => {
    const { send, invoked } = await createTestApi({
      definition: `type Query @aws_api_key { in(in: In, n: Int = 3): String } input In { flag: Boolean kind: Int = 1 }`,
      resolvers: [resolver('Query.in')],
    });
    await send({ query: 'query($flag: Boolean, $n: Int) { in(in: {flag: $flag}, n: $n) }' });
    await send({ query: 'query($in: In) { a: in b: in(in: $in) }' });
    expect(invoked).toEqual([{ in: { kind: 1 }, n: 3 }, { n: 3 }, { in: null, n: 3 }]);
  });

  test('named __proto__ or constructor reach nobody', async () => {
    const { send, invoked } = await api();
    const before = Object.getOwnPropertyNames(Object.prototype);
    const body =
      '{"query":"query($in: In!) { in(in: $in) }","variables":{"__proto__":{"in":{"must":"x"}},"in":{"must":"a","__proto__":{"flag":true}}}}';
    expect((await send(body)).json).toMatchObject({ data: null, errors: [{ message: expect.stringContaining("'__proto__'") }] });
    const json = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    const { json: answer } = await send({ query: 'query($in: In!) { in(in: $in) }', variables: { in: { must: 'a', json } } });
    expect(answer).not.toHaveProperty('errors.0.message', expect.stringContaining('Internal'));
    expect(JSON.stringify(invoked)).toContain(json);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect({}).not.toHaveProperty('polluted');
    const aliases = await send('{"query":"{ __proto__: kind toString: kind }"}');
    expect(aliases.text).toBe('{"data":{"__proto__":null,"toString":null}}');
  });
});
