import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
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

  test('is compressed from 1,000 bytes on if the client accepts gzip', async () => {
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
