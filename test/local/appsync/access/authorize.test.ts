import { describe, expect, test } from 'vitest';
import { apiKey, createTestApi, ok, poolMode, resolver, type TestApi } from '../api.ts';

async function errorsOf(api: TestApi, query: string, headers?: Record<string, string>): Promise<unknown> {
  const { json } = await api.send({ query }, headers);
  return (
    (json as { errors?: { path: unknown; errorType: unknown; message: unknown }[] }).errors?.map((error) => error.message) ?? []
  );
}

async function signedIn(api: TestApi, groups?: string[]): Promise<Record<string, string>> {
  return { authorization: await api.sign(groups && { 'cognito:groups': groups }) };
}

const denied = (field: string, type = 'Query'): string => `Not Authorized to access ${field} on type ${type}`;

describe('a refused field', () => {
  test('is null, with an error in the shape of AppSync, and its neighbours are served', async () => {
    const api = await createTestApi({
      definition: 'type Query { open: String @aws_api_key\n  closed: String @aws_cognito_user_pools }',
      resolvers: [resolver('Query.open'), resolver('Query.closed')],
      invoke: () => ok('yes'),
    });
    const { status, text } = await api.send({ query: '{ open\n  mine: closed }' });
    expect(status).toBe(200);
    expect(text).toBe(
      '{"data":{"open":"yes","mine":null},"errors":[{"path":["mine"],"data":null,"errorType":"Unauthorized","errorInfo":null,' +
        '"locations":[{"line":2,"column":3,"sourceName":null}],"message":"Not Authorized to access closed on type Query"}]}',
    );
    expect(api.invoked).toHaveLength(1);
  });

  test('that is non-null takes its parent with it, and there is one error only', async () => {
    const api = await createTestApi({ definition: 'type Query { closed: String! @aws_cognito_user_pools }' });
    expect((await api.send({ query: '{ closed }' })).json).toMatchObject({ data: null, errors: [{ errorType: 'Unauthorized' }] });
    expect(await errorsOf(api, '{ closed }')).toHaveLength(1);
  });
});

describe('directives', () => {
  test('on a field replace those on its type', async () => {
    const api = await createTestApi({
      definition: `
        type Query { thing: Thing @aws_api_key @aws_cognito_user_pools }
        type Thing @aws_api_key { inherited: String own: String @aws_cognito_user_pools }`,
      resolvers: [resolver('Query.thing')],
      invoke: () => ok({ inherited: 'a', own: 'b' }),
    });
    const query = '{ thing { inherited own } }';
    expect(await errorsOf(api, query)).toEqual([denied('own', 'Thing')]);
    expect(await errorsOf(api, query, await signedIn(api))).toEqual([denied('inherited', 'Thing')]);
  });

  test('of a field do not reach into the type that it returns, and its resolver has run', async () => {
    const api = await createTestApi({
      definition: `
        type Query { ok: String }
        type Mutation { make: Made @aws_api_key }
        type Made { id: String }`,
      resolvers: [resolver('Mutation.make')],
      invoke: () => ok({ id: '1' }),
    });
    const { json } = await api.send({ query: 'mutation { make { id __typename } }' });
    expect(json).toMatchObject({
      data: { make: { id: null, __typename: 'Made' } },
      errors: [{ path: ['make', 'id'], message: denied('id', 'Made') }],
    });
    expect(api.invoked).toHaveLength(1);
  });

  test('are looked up on the member of a union, item by item', async () => {
    const api = await createTestApi({
      definition: `
        type Query { all: [Either] @aws_api_key }
        union Either = Open | Closed
        type Open @aws_api_key { id: String }
        type Closed @aws_cognito_user_pools { id: String }`,
      resolvers: [resolver('Query.all')],
      invoke: () =>
        ok([
          { __typename: 'Open', id: '1' },
          { __typename: 'Closed', id: '2' },
        ]),
    });
    const { json } = await api.send({ query: '{ all { ... on Open { id } ... on Closed { id } } }' });
    expect(json).toMatchObject({
      data: { all: [{ id: '1' }, { id: null }] },
      errors: [{ path: ['all', 1, 'id'], message: denied('id', 'Closed') }],
    });
  });

  test('with groups want one of them, in the signed claim', async () => {
    const api = await createTestApi({
      definition: 'type Query { users: String @aws_cognito_user_pools(cognito_groups: ["admin", "support"]) }',
    });
    const query = '{ users }';
    expect(await errorsOf(api, query, await signedIn(api, ['support', 'x']))).toEqual([]);
    for (const groups of [undefined, [], ['x'], ['Admin'], ['adminsupport']]) {
      expect(await errorsOf(api, query, await signedIn(api, groups))).toEqual([denied('users')]);
    }
    expect(await errorsOf(api, query, { authorization: await api.sign({ 'cognito:groups': 'admin' }) })).toEqual([
      denied('users'),
    ]);
    expect(await errorsOf(api, query, { 'x-api-key': apiKey })).toEqual([denied('users')]);
  });

  test('for modes that the API has not let nobody in', async () => {
    const api = await createTestApi({
      definition: 'type Query { a: String @aws_iam b: String @aws_oidc c: String @aws_lambda }',
    });
    for (const headers of [{ 'x-api-key': apiKey }, await signedIn(api)]) {
      expect(await errorsOf(api, '{ a b c }', headers)).toEqual([denied('a'), denied('b'), denied('c')]);
    }
  });
});

describe('a field without a directive', () => {
  const definition = 'type Query { plain: String }';

  test('is closed to everybody where AWS_IAM is the default mode', async () => {
    const api = await createTestApi({ definition });
    expect(await errorsOf(api, '{ plain }', await signedIn(api, ['admin']))).toEqual([denied('plain')]);
    expect(await errorsOf(api, '{ plain }')).toEqual([denied('plain')]);
  });

  test.each([
    ['DENY', [denied('plain')]],
    ['ALLOW', []],
  ] as const)('follows the default action %s where a user pool is the only mode', async (defaultAction, expected) => {
    const api = await createTestApi({ definition, defaultMode: { ...poolMode, defaultAction }, additionalModes: [] });
    expect(await errorsOf(api, '{ plain }', await signedIn(api))).toEqual(expected);
  });

  test.each([
    ['a user pool', poolMode, { type: 'API_KEY' } as const, [denied('plain')], []],
    ['the API key', { type: 'API_KEY' } as const, poolMode, [], [denied('plain')]],
  ])('is open to the default mode alone: %s', async (_, defaultMode, other, byKey, byToken) => {
    const api = await createTestApi({ definition, defaultMode, additionalModes: [other] });
    expect(await errorsOf(api, '{ plain }')).toEqual(byKey);
    expect(await errorsOf(api, '{ plain }', await signedIn(api))).toEqual(byToken);
  });
});

describe('@aws_auth', () => {
  const definition = 'type Query { users: String @aws_auth(cognito_groups: ["admin"]) }';

  test('is ignored on an API with several modes', async () => {
    const open = await createTestApi({ definition, defaultMode: poolMode, additionalModes: [{ type: 'API_KEY' }] });
    expect(await errorsOf(open, '{ users }', await signedIn(open))).toEqual([]);
    const closed = await createTestApi({ definition });
    expect(await errorsOf(closed, '{ users }', await signedIn(closed, ['admin']))).toEqual([denied('users')]);
  });

  test('applies if user pools are the only mode', async () => {
    const api = await createTestApi({ definition, defaultMode: poolMode, additionalModes: [] });
    expect(await errorsOf(api, '{ users }', await signedIn(api, ['admin']))).toEqual([]);
    expect(await errorsOf(api, '{ users }', await signedIn(api, ['x']))).toEqual([denied('users')]);
  });
});

test('__typename and the schema are open to every caller', async () => {
  const api = await createTestApi({ definition: 'type Query { plain: String }' });
  expect((await api.send({ query: '{ __typename __schema { queryType { name } } }' })).text).toBe(
    '{"data":{"__typename":"Query","__schema":{"queryType":{"name":"Query"}}}}',
  );
});
