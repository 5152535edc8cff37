import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bodyLimitBytes, tooLarge } from '../../../local/appsync/transport.ts';
import { listen } from '../../../local/http/http.ts';
import { apiKey, createTestApi, ok, resolver } from './api.ts';

const exposed = 'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date,x-amz-schema-version';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an answer', () => {
  test('is compact JSON with data only, and carries the headers of AppSync', async () => {
    const { send } = await createTestApi();
    const response = await send({ query: '{ hello }', variables: null, operationName: null });
    expect(response.status).toBe(200);
    expect(response.text).toBe('{"data":{"hello":null}}');
    expect(response.headers).toEqual({
      'content-type': 'application/json;charset=UTF-8',
      'x-amzn-requestid': expect.stringMatching(uuid),
      'x-amzn-appsync-tokensconsumed': '1',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': exposed,
    });
  });

  test('has an id of its own for each request', async () => {
    const { send } = await createTestApi();
    const ids = await Promise.all([1, 2, 3].map(async () => (await send({ query: '{ hello }' })).headers['x-amzn-requestid']));
    expect(new Set(ids).size).toBe(3);
  });

  test.each(['application/json', 'application/graphql'])('does not depend on the content type %s', async (type) => {
    const { send } = await createTestApi();
    expect((await send({ query: '{ hello }' }, { 'x-api-key': apiKey, 'content-type': type })).status).toBe(200);
  });

  test('is compressed for whoever asks for gzip, from 1,000 bytes on', async () => {
    const { send } = await createTestApi({ resolvers: [resolver('Query.hello')], invoke: () => ok('x'.repeat(1_000)) });
    const plain = await send({ query: '{ hello }' });
    const gzip = await send({ query: '{ hello }' }, { 'x-api-key': apiKey, 'accept-encoding': 'gzip, deflate' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.raw.body as Buffer).toString()).toBe(plain.text);
    const refused = await send({ query: '{ hello }' }, { 'x-api-key': apiKey, 'accept-encoding': 'gzip;q=0, br' });
    expect(refused.headers).not.toHaveProperty('content-encoding');
    const short = await send({ query: '{ __typename }' }, { 'x-api-key': apiKey, 'accept-encoding': 'gzip' });
    expect(short.headers).not.toHaveProperty('content-encoding');
  });
});

describe('a body without a query', () => {
  test.each(['', '  \n'])('that is empty (%j) is refused before the credential is looked at', async (body) => {
    const { send } = await createTestApi();
    const response = await send(body, {});
    expect(response.status).toBe(400);
    expect(response.text).toBe('{"errors":[{"message":"Request body is empty.","errorType":"MalformedHttpRequestException"}]}');
    expect(response.headers).toMatchObject({
      'x-amzn-errortype': 'MalformedHttpRequestException',
      'access-control-allow-origin': '*',
    });
  });

  test.each([
    'meow',
    '{}',
    '{}}',
    '[]',
    '[{"query":"{ hello }"}]',
    'null',
    '7',
    '"{ hello }"',
    '{"query":7}',
    '{"query":""}',
    '{"query":"{ hello }","variables":[]}',
    '{"query":"{ hello }","variables":"{}"}',
    '{"query":"{ hello }","operationName":7}',
  ])('%s is refused before the credential is looked at', async (body) => {
    const { send } = await createTestApi();
    const response = await send(body, {});
    expect(response.status).toBe(400);
    expect(response.text).toBe(
      '{"errors":[{"message":"Unable to parse GraphQL query.","errorType":"MalformedHttpRequestException"}]}',
    );
  });

  test('a document that does not parse is refused, after the credential', async () => {
    const { send } = await createTestApi();
    for (const query of ['{ hello', 'hello', '# nothing', 'fragment F on Query { hello }']) {
      expect(await send({ query }, {})).toMatchObject({ status: 401 });
      expect((await send({ query })).status).not.toBe(401);
    }
    expect(await send({ query: '{ hello' })).toMatchObject({
      status: 400,
      json: { errors: [{ message: 'Unable to parse GraphQL query.', errorType: 'MalformedHttpRequestException' }] },
    });
  });
});

describe('a request that is neither POST nor GET /graphql', () => {
  const unknown = '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}';

  test.each([
    ['POST', '/graphql/admin'],
    ['POST', '/'],
    ['GET', '/graphql/admin?query={hello}'],
    ['HEAD', '/graphql?query={hello}'],
    ['PUT', '/graphql'],
    ['DELETE', '/graphql'],
  ])('%s %s is an unknown operation', async (method, url) => {
    const { send } = await createTestApi();
    const response = await send({ query: '{ hello }' }, { 'x-api-key': apiKey }, method, url);
    expect(response.status).toBe(404);
    expect(response.text).toBe(unknown);
    expect(response.headers['x-amzn-errortype']).toBe('UnknownOperationException');
  });

  test('a query string after the path does no harm', async () => {
    const { send } = await createTestApi();
    expect((await send({ query: '{ hello }' }, { 'x-api-key': apiKey }, 'POST', '/graphql?x=1')).status).toBe(200);
  });
});

describe('a GET', () => {
  const url = (parameters: Record<string, string>) => `/graphql?${new URLSearchParams(parameters)}`;
  const definition = `type Query { hello(name: String, json: AWSJSON): String @aws_api_key bye: String @aws_cognito_user_pools }
    type Mutation { hi(name: String): String @aws_api_key }`;

  test.each([
    [{ query: '{ hello }' }],
    [{ query: '{ hello }', variables: '', operationName: '' }],
    [{ query: 'query($n: String) { hello(name: $n) }', variables: '{"n":"Ada & Bob"}' }],
    [{ query: 'mutation B { hi }' }],
    [{ query: 'query A { hello } mutation B { hi }', operationName: 'B' }],
    [{ query: 'query A { hello } mutation B { hi }' }],
    [{ query: 'query A { hello }', operationName: 'C' }],
    [{ query: '{ bye }' }],
    [{ query: '{ nothing }' }],
    [{ query: '{ hello' }],
    [{ query: 'query($n: String) { hello(name: $n) }', variables: '{"n":7,"n":[]}' }],
  ])('of %j is answered as the POST of it', async (parameters) => {
    const { send, invoked } = await createTestApi({ definition, resolvers: [resolver('Query.hello'), resolver('Mutation.hi')] });
    const { variables, ...rest } = parameters as Record<string, string>;
    const posted = await send({ ...rest, ...(variables && { variables: JSON.parse(variables) }) });
    const got = await send('', { 'x-api-key': apiKey }, 'GET', url(parameters));
    expect({ status: got.status, text: got.text }).toEqual({ status: posted.status, text: posted.text });
    expect(invoked.slice(invoked.length / 2)).toEqual(invoked.slice(0, invoked.length / 2));
  });

  test.each([
    '/graphql',
    '/graphql?',
    '/graphql?query=',
    '/graphql?query={hello}&variables=7',
    '/graphql?query={hello}&variables={',
  ])('%s holds no operation, and is refused before the credential is looked at', async (path) => {
    const { send } = await createTestApi();
    expect(await send('', {}, 'GET', path)).toMatchObject({
      status: 400,
      json: { errors: [{ message: 'Unable to parse GraphQL query.', errorType: 'MalformedHttpRequestException' }] },
    });
  });

  test('without a credential, as the page of another site could send it, runs nothing', async () => {
    const { send, invoked } = await createTestApi({ definition, resolvers: [resolver('Mutation.hi')] });
    expect(await send('', { origin: 'https://evil.example' }, 'GET', url({ query: 'mutation { hi }' }))).toMatchObject({
      status: 401,
      json: { errors: [{ errorType: 'UnauthorizedException' }] },
    });
    expect(invoked).toEqual([]);
  });
});

describe('a preflight', () => {
  test('grants POST and the headers that are asked for, without a credential', async () => {
    const { send } = await createTestApi();
    const response = await send('', { 'access-control-request-headers': 'content-type,x-api-key' }, 'OPTIONS');
    expect(response.status).toBe(200);
    expect(response.text).toBe('');
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-api-key',
      'access-control-expose-headers': exposed,
    });
  });

  test('grants the ordinary headers when none, or nonsense, is asked for', async () => {
    const { send } = await createTestApi();
    for (const headers of [{}, { 'access-control-request-headers': 'a\r\nset-cookie: b' }]) {
      const response = await send('', headers, 'OPTIONS');
      expect(response.headers['access-control-allow-headers']).toBe('content-type,authorization,x-amz-user-agent');
    }
  });
});

describe('which operation runs', () => {
  const query = 'query A { a: hello } mutation B { b: hi }';
  const definition = 'type Query { hello: String @aws_api_key } type Mutation { hi: String @aws_api_key }';

  test('is the one that is named', async () => {
    const { send } = await createTestApi({ definition });
    expect((await send({ query, operationName: 'B' })).text).toBe('{"data":{"b":null}}');
    expect((await send({ query, operationName: 'A' })).text).toBe('{"data":{"a":null}}');
  });

  test('must be named where there are several', async () => {
    const { send } = await createTestApi({ definition });
    for (const operationName of [null, '', undefined]) {
      const response = await send({ query, operationName });
      expect(response.status).toBe(400);
      expect(response.text).toBe('{"errors":[{"message":"Missing operation name.","errorType":"BadRequestException"}]}');
    }
  });

  test('is refused by an empty name beside a named operation, and runs by one beside an anonymous operation', async () => {
    const { send } = await createTestApi({ definition });
    expect(await send({ query: 'query A { hello }', operationName: '' })).toMatchObject({
      status: 400,
      json: { errors: [{ message: 'Missing operation name.', errorType: 'BadRequestException' }] },
    });
    expect((await send({ query: 'query A { hello }', operationName: null })).text).toBe('{"data":{"hello":null}}');
    expect((await send({ query: '{ hello }', operationName: '' })).text).toBe('{"data":{"hello":null}}');
  });

  test('must exist', async () => {
    const { send } = await createTestApi({ definition });
    expect(await send({ query, operationName: 'C' })).toMatchObject({
      status: 400,
      json: { errors: [{ message: "Unknown operation named 'C'.", errorType: 'BadRequestException' }] },
    });
  });

  test('is never a subscription', async () => {
    const { send } = await createTestApi({
      definition: `${definition} type Subscription { said: String @aws_subscribe(mutations: ["hi"]) @aws_api_key }`,
    });
    expect(await send({ query: 'subscription { said }' })).toMatchObject({
      status: 400,
      json: { errors: [{ errorType: 'BadRequestException' }] },
    });
  });
});

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

  test('of fragments in fragments is no way around it', async () => {
    const { send, logged } = await api();
    const fragments = Array.from({ length: 1_400 }, (_, n) => `fragment F${n} on Node { node { ...F${n + 1} } }`).join(' ');
    const response = await send({ query: `{ hello { ...F0 } } ${fragments} fragment F1400 on Node { name }` });
    expect(response.text).not.toContain('Internal');
    expect(logged).toEqual([]);
  });
});
