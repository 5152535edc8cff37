import { describe, expect, test } from 'vitest';
import { bodyLimitBytes, tooLarge } from '../../../local/appsync/transport.ts';
import { listen } from '../../../local/http/http.ts';
import { createTestApi, resolver } from './api.ts';

describe('size', () => {
  test('a body of 5 MB is refused on the wire, and the next request is served', async () => {
    const { send } = await createTestApi();
    const listener = await listen(async ({ body }) => ({ status: 200, headers: {}, body: (await send(body)).text }), {
      port: 0,
      bodyLimitBytes,
      tooLarge,
    });
    try {
      const url = `http://127.0.0.1:${listener.port}/graphql`;
      const large = await fetch(url, { method: 'POST', body: JSON.stringify({ query: `{ hello } #${'x'.repeat(5_000_000)}` }) });
      expect(large.status).toBe(413);
      expect(await large.json()).toEqual({
        errors: [{ message: 'Request body is too large.', errorType: 'RequestEntityTooLargeException' }],
      });
      const small = await fetch(url, { method: 'POST', body: JSON.stringify({ query: '{ hello }' }) });
      expect(await small.json()).toEqual({ data: { hello: null } });
    } finally {
      await listener.close();
    }
  });

  test('a document of more than 15,000 tokens is refused', async () => {
    const { send } = await createTestApi();
    const fields = (count: number) => `{ ${'hello '.repeat(count)}}`;
    expect((await send({ query: fields(14_990) })).status).toBe(200);
    expect(await send({ query: fields(15_001) })).toMatchObject({
      status: 400,
      json: { errors: [{ message: 'Maximum char length exceeded.', errorType: 'BadRequestException' }] },
    });
  });
});

describe('nesting', () => {
  const definition = `
    type Query { hello(json: AWSJSON, kind: Kind, in: In, list: [[Int]], name: String): Node @aws_api_key }
    type Node @aws_api_key { node(in: In): Node, name: String }
    enum Kind { A }
    input In { in: In, list: [In], name: String }`;
  const api = () => createTestApi({ definition, resolvers: [resolver('Query.hello', undefined, 'return { name: "x" };')] });
  const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const inputs = (depth: number) => `${'{"in":'.repeat(depth)}null${'}'.repeat(depth)}`;
  const depths = [900, 1_001, 5_000, 20_000, 200_000];

  test.each([
    ['an enum', 'query($v: Kind) { hello(kind: $v) { name } }', lists],
    ['an input object', 'query($v: In) { hello(in: $v) { name } }', inputs],
    ['a list where an input object belongs', 'query($v: In) { hello(in: $v) { name } }', lists],
    ['a list', 'query($v: [[Int]]) { hello(list: $v) { name } }', lists],
    ['a string', 'query($v: String) { hello(name: $v) { name } }', lists],
    ['no variable of the operation', '{ hello { name } }', lists],
  ])('of variables, as %s, ends in data, a validation error or 400', async (_, query, nested) => {
    const { send, logged } = await api();
    for (const depth of depths) {
      const response = await send(`{"query":${JSON.stringify(query)},"variables":{"v":${nested(depth)}}}`);
      expect([depth, response.status]).toEqual([depth, depth < 1_000 ? 200 : 400]);
      expect(response.text).not.toContain('Internal');
    }
    expect(logged).toEqual([]);
  });

  test.each([
    ['a variable', (json: string) => ({ query: 'query($v: AWSJSON) { hello(json: $v) { name } }', variables: { v: json } })],
    ['a literal', (json: string) => ({ query: `{ hello(json: ${JSON.stringify(json)}) { name } }` })],
  ])('of AWSJSON in %s is a validation error beyond 1,000 levels', async (_, request) => {
    const { send, logged, invoked } = await api();
    expect((await send(request(lists(999)))).text).toBe('{"data":{"hello":{"name":"x"}}}');
    for (const depth of depths.slice(1)) {
      const { status, json } = await send(request(lists(depth)));
      expect([depth, status]).toEqual([depth, 200]);
      expect(json).toMatchObject({
        data: null,
        errors: [{ message: expect.stringMatching(/'(?:v|json)'.*(?:JSON\.|'AWSJSON')/s) }],
      });
    }
    expect(logged).toEqual([]);
    expect(invoked).toHaveLength(1);
  });

  test.each([
    ['fields', (depth: number) => `{ hello { ${'node { '.repeat(depth)} name ${'}'.repeat(depth)} } }`],
    ['lists', (depth: number) => `{ hello(list: ${lists(depth)}) { name } }`],
    ['input objects', (depth: number) => `{ hello(in: ${'{in:'.repeat(depth)}null${'}'.repeat(depth)}) { name } }`],
    ['types', (depth: number) => `query($v: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { hello(list: $v) { name } }`],
  ])('of %s in a document is a 400 beyond 500 levels', async (_, document) => {
    const { send, logged } = await api();
    for (const [depth, status] of [
      [400, 200],
      [600, 400],
      [3_000, 400],
      [7_000, 400],
    ] as const) {
      const response = await send({ query: document(depth) });
      expect([depth, response.status]).toEqual([depth, status]);
      expect(response.text).not.toContain('Internal');
    }
    expect(logged).toEqual([]);
  });

  test('cannot be bypassed with fragments in fragments', async () => {
    const { send, logged } = await api();
    const fragments = Array.from({ length: 1_400 }, (_, n) => `fragment F${n} on Node { node { ...F${n + 1} } }`).join(' ');
    const response = await send({ query: `{ hello { ...F0 } } ${fragments} fragment F1400 on Node { name }` });
    expect(response.text).not.toContain('Internal');
    expect(logged).toEqual([]);
  });
});
