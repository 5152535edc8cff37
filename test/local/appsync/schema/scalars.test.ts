import { describe, expect, test } from 'vitest';
import { createTestApi, ok, resolver } from '../api.ts';

const scalars = [
  'AWSDate',
  'AWSTime',
  'AWSDateTime',
  'AWSTimestamp',
  'AWSEmail',
  'AWSURL',
  'AWSPhone',
  'AWSIPAddress',
  'AWSJSON',
];
const definition = `type Query @aws_api_key { ${scalars.map((name) => `${name}(v: ${name}): ${name}`).join(' ')} }`;

async function accepts(scalar: string, value: unknown): Promise<boolean> {
  const { send } = await createTestApi({ definition });
  const byVariable = await send({ query: `query($v: ${scalar}) { ${scalar}(v: $v) }`, variables: { v: value } });
  const byLiteral = await send({ query: `{ ${scalar}(v: ${JSON.stringify(value)}) }` });
  expect(byLiteral.text.includes('errors')).toBe(byVariable.text.includes('errors'));
  return !byVariable.text.includes('errors');
}

describe('input', () => {
  test.each([
    [
      'AWSDate',
      ['2024-02-29', '1970-01-01Z', '1970-01-01-07:00', '1970-01-01+05:30:15'],
      ['2023-02-29', '1970-1-1', '70-01-01', '1970-13-01', '1970-01-01T00:00Z', 7],
    ],
    [
      'AWSTime',
      ['12:30', '12:30Z', '12:30:24-07:00', '12:30:24.500+05:30', '00:00:00.123456789'],
      ['24:00', '12:60', '12', '12:30:24.0123456789'],
    ],
    [
      'AWSDateTime',
      ['1970-01-01T12:30Z', '1970-01-01T12:30:24-07:00', '-2000-01-01T00:00:00.5Z'],
      ['1970-01-01', '1970-01-01 12:30Z', '2023-02-29T00:00Z', '1970-01-01T12:30'],
    ],
    ['AWSTimestamp', [0, 1_700_000_000, -5], [1.5, '0']],
    [
      'AWSEmail',
      ['username@example.com', 'a@b', "o'neil+tag@sub.example.com"],
      ['username', '@example.com', 'a@', 'a b@c.d', 'a@b@c', ''],
    ],
    [
      'AWSURL',
      ['https://www.amazon.com/dp/B000NZW3KC/', 'mailto:a@b.c', 'ftp://x/y?z=1'],
      ['www.amazon.com', 'https://www.amazon.com//x', 'https://', ''],
    ],
    [
      'AWSPhone',
      ['+1 206-555-0100', '+442079460958', '206-555-0100', '(206) 555-0100', '1 206 555 0100'],
      ['1110004444', '555', '+0123456789', '+12345', 'phone'],
    ],
    [
      'AWSIPAddress',
      ['123.12.34.56', '1.2.3.4/32', '::1', '2001:db8::/32'],
      ['123.45.67.890', '1.2.3.4/33', '1.2.3.4/', '1.2.3.4/1/2', '::1/129', 'localhost'],
    ],
    ['AWSJSON', ['{}', '[1,"a"]', 'null', '"text"', '7'], ['{', '', "{'a':1}", 7, true]],
  ])('%s takes %j and not %j', async (scalar, good, bad) => {
    for (const value of good) expect([value, await accepts(scalar, value)]).toEqual([value, true]);
    for (const value of bad) expect([value, await accepts(scalar, value)]).toEqual([value, false]);
  });

  // A pattern that tries every way to part the text would outlast any time-out.
  test('that is very long is refused', async () => {
    for (const scalar of scalars) expect(await accepts(scalar, `${'a'.repeat(50_000)}@${'1-'.repeat(50_000)}!`)).toBe(false);
  });

  test('AWSJSON refuses an object, both as literal and as variable', async () => {
    const { send } = await createTestApi({ definition });
    for (const body of [
      { query: '{ AWSJSON(v: {a: 1}) }' },
      { query: 'query($v: AWSJSON) { AWSJSON(v: $v) }', variables: { v: { a: 1 } } },
    ]) {
      expect((await send(body)).json).toMatchObject({ data: null, errors: [{ path: null }] });
    }
  });
});

describe('output', () => {
  async function output(scalar: string, value: unknown) {
    const { send } = await createTestApi({ definition, resolvers: [resolver(`Query.${scalar}`)], invoke: () => ok(value) });
    return (await send({ query: `{ ${scalar} }` })).json;
  }

  test('of AWSJSON is text, and what is text already is encoded once more', async () => {
    expect(await output('AWSJSON', { a: [1, null], b: 'x' })).toEqual({ data: { AWSJSON: '{"a":[1,null],"b":"x"}' } });
    expect(await output('AWSJSON', '{}')).toEqual({ data: { AWSJSON: '"{}"' } });
    expect(await output('AWSJSON', null)).toEqual({ data: { AWSJSON: null } });
  });

  test('that is not of its scalar is null, and says why', async () => {
    expect(await output('AWSDateTime', 'v')).toEqual({
      data: { AWSDateTime: null },
      errors: [
        {
          path: ['AWSDateTime'],
          locations: null,
          message: "Can't serialize value (/AWSDateTime) : Unable to serialize `v` as a valid DateTime Object.",
        },
      ],
    });
    expect(await output('AWSTimestamp', 'v')).toMatchObject({
      errors: [{ message: "Can't serialize value (/AWSTimestamp) : Unable to serialize `v` as a valid timestamp." }],
    });
    expect(await output('AWSDate', '2024-02-29')).toEqual({ data: { AWSDate: '2024-02-29' } });
  });
});
