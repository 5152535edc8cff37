import { describe, expect, test } from 'vitest';
import { accessClaims, apiKey, createTestApi, ok, resolver, type TestApiOptions } from '../api.ts';

const definition =
  'type Query @aws_api_key @aws_cognito_user_pools { f(a: Int, b: String, json: AWSJSON): Thing text: String } type Thing @aws_api_key @aws_cognito_user_pools { x: String y: String inner: Thing }';
const throughError =
  'if (ctx.error) util.error(ctx.error.message, ctx.error.type, null, ctx.error.unhandledErrorType); return ctx.result;';
const entry = { path: ['f'], data: null, errorInfo: null, locations: [{ line: 1, column: 3, sourceName: null }] };

async function api(request?: string, response?: string, invoke?: TestApiOptions['invoke']) {
  return createTestApi({
    definition,
    resolvers: [resolver('Query.f', request, response)],
    environmentVariables: { STAGE: 'dev' },
    ...(invoke && { invoke }),
  });
}

describe('the context', () => {
  test('of a request function has the keys of AppSync', async () => {
    const { send, invoked } = await api('return { operation: "Invoke", payload: ctx };', 'return null;');
    await send(
      { query: 'query Q($b: String) { f(a: 1, b: $b) { x } }', variables: { b: null, c: 2 } },
      { 'x-api-key': apiKey, host: 'h', cookie: 'secret=1' },
    );
    expect(invoked).toEqual([
      {
        arguments: { a: 1, b: null },
        args: { a: 1, b: null },
        identity: null,
        source: null,
        stash: {},
        prev: null,
        request: {
          headers: { 'x-api-key': apiKey, host: 'h', 'x-forwarded-for': '127.0.0.1, 127.0.0.1', 'x-forwarded-proto': 'http' },
          domainName: null,
        },
        info: { fieldName: 'f', parentTypeName: 'Query', variables: { b: null, c: 2 } },
        env: { STAGE: 'dev' },
      },
    ]);
  });

  test('of a response function has the result, and the stash of its request', async () => {
    const { send } = await api(
      'ctx.stash.seen = ctx.args.a; return { operation: "Invoke", payload: {} };',
      'return { x: String(ctx.stash.seen), y: ctx.result.name };',
      () => ok({ name: 'n' }),
    );
    expect((await send({ query: '{ f(a: 3) { x y } }' })).json).toEqual({ data: { f: { x: '3', y: 'n' } } });
  });

  test('has the selection as list and as text, which JSON.stringify(ctx.info) leaves out', async () => {
    const { send, invoked } = await api(
      'return { operation: "Invoke", payload: { list: ctx.info.selectionSetList, text: ctx.info.selectionSetGraphQL, info: ctx.info } };',
      'return null;',
    );
    await send({
      query:
        'query Q($no: Boolean = false) { f { x z: y @include(if: $no) inner { ...I ... on Thing { other: y } } } } fragment I on Thing { x }',
    });
    expect(invoked).toEqual([
      {
        list: ['x', 'inner', 'inner/x', 'inner/other'],
        text: '{\n  x\n  z: y @include(if: $no)\n  inner {\n    ...I\n    ... on Thing {\n      other: y\n    }\n  }\n}',
        info: { fieldName: 'f', parentTypeName: 'Query', variables: {} },
      },
    ]);
  });

  test('contains the caller', async () => {
    const { send, sign, invoked } = await api(
      'return { operation: "Invoke", payload: [util.authType(), ctx.identity?.username] };',
      'return null;',
    );
    await send({ query: '{ f { x } }' });
    await send({ query: '{ f { x } }' }, { authorization: await sign() });
    expect(invoked).toEqual([
      ['API Key Authorization', undefined].map((value) => value ?? null),
      ['User Pool Authorization', accessClaims.username],
    ]);
  });

  test('of a nested resolver has its parent as source', async () => {
    const { send, invoked } = await createTestApi({
      definition,
      resolvers: [resolver('Query.f'), resolver('Thing.inner', 'return { operation: "Invoke", payload: ctx.source };')],
      invoke: (payload) => ok({ ...(payload as object), x: '1' }),
    });
    expect((await send({ query: '{ f(a: 1) { inner { x } } }' })).json).toEqual({ data: { f: { inner: { x: '1' } } } });
    expect(invoked).toEqual([{ a: 1 }, { a: 1, x: '1' }]);
  });
});

describe('the Lambda data source', () => {
  test('hands the function the payload and nothing else', async () => {
    const { send, invoked } = await api('return { operation: "Invoke", payload: { only: "this" } };');
    await send({ query: '{ f { x } }' });
    expect(invoked).toEqual([{ only: 'this' }]);
  });

  test('passes null if there is no payload, and returns null if the function returns nothing', async () => {
    const { send, invoked } = await api('return { operation: "Invoke" };', 'return { x: String(ctx.result) };', () =>
      ok(undefined),
    );
    expect((await send({ query: '{ f { x } }' })).json).toEqual({ data: { f: { x: 'null' } } });
    expect(invoked).toEqual([null]);
  });

  test('turns the failure of a function into ctx.error', async () => {
    const { send } = await api(undefined, throughError, () => ({
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: 'Task timed out after 3.00 seconds',
    }));
    expect((await send({ query: '{ f { x } }' })).json).toEqual({
      data: { f: null },
      errors: [
        { ...entry, errorType: 'Lambda:Unhandled', errorInfo: 'Sandbox.Timedout', message: 'Task timed out after 3.00 seconds' },
      ],
    });
  });

  test('makes no error of a failure that the code does not look at', async () => {
    const { send } = await api(undefined, 'return { x: String(ctx.result) };', () => ({
      ok: false,
      errorType: 'Error',
      errorMessage: 'boom',
    }));
    expect((await send({ query: '{ f { x } }' })).json).toEqual({ data: { f: { x: 'null' } } });
  });

  test('reports a function that is not there, to the code and to the log', async () => {
    const { send, logged } = await api(undefined, throughError, () => Promise.reject(new Error('no such function')));
    expect((await send({ query: '{ f { x } }' })).json).toMatchObject({
      errors: [{ errorType: 'Lambda:ResourceNotFoundException', message: 'Function not found.' }],
    });
    expect(logged).toEqual(['GraphQL: the resolver of Query.f names a function that does not exist.']);
  });

  test('does not wait for an Event', async () => {
    const { send, invoked } = await api(
      'return { operation: "Invoke", invocationType: "Event", payload: 1 };',
      'return { x: String(ctx.result) };',
      () => new Promise(() => {}),
    );
    expect((await send({ query: '{ f { x } }' })).json).toEqual({ data: { f: { x: 'null' } } });
    expect(invoked).toEqual([1]);
  });

  test.each([
    ['return null;', "Value for field '$[operation]' not found."],
    ['return { payload: 1 };', "Value for field '$[operation]' not found."],
    ['return { operation: "Nope" };', "Value for field '$[operation]' not supported."],
    ['return { operation: "BatchInvoke", payload: [] };', 'BatchInvoke is not implemented by the local endpoint.'],
  ])('refuses the request of: %s', async (request, message) => {
    const { send, invoked } = await api(request);
    expect((await send({ query: '{ f { x } }' })).json).toEqual({
      data: { f: null },
      errors: [{ ...entry, errorType: 'MappingTemplate', message }],
    });
    expect(invoked).toEqual([]);
  });
});

test('the NONE data source gives the payload back', async () => {
  const { typeName, fieldName, code } = resolver('Query.f', 'return { payload: { x: "here" } };');
  const { send } = await createTestApi({ definition, resolvers: [{ typeName, fieldName, code, dataSource: { type: 'NONE' } }] });
  expect((await send({ query: '{ f { x } }' })).json).toEqual({ data: { f: { x: 'here' } } });
});

describe('util', () => {
  test('error stops the function and shows of its data what the query selects', async () => {
    const { send } = await api(
      undefined,
      'util.error("No.", "MINE", { x: "1", y: "2", inner: { x: "3", y: "4" } }, { any: ["thing"] }); return 1;',
    );
    expect((await send({ query: '{ f { a: x inner { y } } }' })).text).toBe(
      '{"data":{"f":null},"errors":[{"path":["f"],"data":{"a":"1","inner":{"y":"4"}},"errorType":"MINE","errorInfo":{"any":["thing"]},' +
        '"locations":[{"line":1,"column":3,"sourceName":null}],"message":"No."}]}',
    );
  });

  test('error in the request keeps the function from being called', async () => {
    const { send, invoked } = await api('util.error("No.");');
    expect((await send({ query: '{ f { x } }' })).json).toEqual({
      data: { f: null },
      errors: [{ ...entry, errorType: null, message: 'No.' }],
    });
    expect(invoked).toEqual([]);
  });

  test('appendError lets the function go on', async () => {
    const { send } = await api(
      'util.appendError("One.", "A"); return { operation: "Invoke" };',
      'util.appendError("Two.", "B", null, 7); return { x: "1" };',
    );
    expect((await send({ query: '{ f { x } }' })).json).toEqual({
      data: { f: { x: '1' } },
      errors: [
        { ...entry, errorType: 'A', message: 'One.' },
        { ...entry, errorType: 'B', errorInfo: 7, message: 'Two.' },
      ],
    });
  });

  test('unauthorized is the refusal of a field', async () => {
    const { send } = await api('util.unauthorized();');
    expect((await send({ query: '{ f { x } }' })).json).toEqual({
      data: { f: null },
      errors: [{ ...entry, errorType: 'Unauthorized', message: 'Not Authorized to access f on type Query' }],
    });
  });

  test('earlyReturn leaves out the function and the response', async () => {
    const { send, invoked } = await api('runtime.earlyReturn({ x: "early" });', 'return { x: "late" };');
    expect((await send({ query: '{ f { x } }' })).json).toEqual({ data: { f: { x: 'early' } } });
    expect(invoked).toEqual([]);
  });
});
