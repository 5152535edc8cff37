import { describe, expect, test } from 'vitest';
import { createTestApi, ok, resolver } from '../api.ts';

describe('query depth', () => {
  const definition =
    'type Query @aws_api_key { item: Item list: [Item] } type Item @aws_api_key { name: String next: Item must: String! }';
  const item = { name: 'a', next: { name: 'b', next: { name: 'c' } }, must: 'd' };
  const api = () =>
    createTestApi({
      definition,
      queryDepthLimit: 3,
      resolvers: [resolver('Query.item'), resolver('Query.list')],
      invoke: (payload) => ok(payload && item),
    });

  test('counts scalar fields; what is too deep is null with an error, and the rest is returned', async () => {
    const { send } = await api();
    expect((await send({ query: '{ item { next { name } } }' })).text).toBe('{"data":{"item":{"next":{"name":"b"}}}}');
    expect((await send({ query: '{ item { name next { name next { name } } } }' })).json).toEqual({
      data: { item: { name: 'a', next: { name: 'b', next: { name: null } } } },
      errors: [
        {
          path: ['item', 'next', 'next', 'name'],
          data: null,
          errorType: 'QueryDepthLimitReached',
          errorInfo: null,
          locations: [{ line: 1, column: 34, sourceName: null }],
          message: 'Query depth limit of 3 reached.',
        },
      ],
    });
  });

  test('takes a non-null field’s parent along', async () => {
    const { send } = await api();
    expect((await send({ query: '{ item { next { next { must } } } }' })).json).toMatchObject({
      data: { item: { next: { next: null } } },
      errors: [{ errorType: 'QueryDepthLimitReached' }],
    });
  });

  test('does not count introspection', async () => {
    const { send } = await api();
    expect((await send({ query: '{ __schema { types { fields { type { ofType { name } } } } } }' })).json).not.toHaveProperty(
      'errors',
    );
  });

  // Counted one by one, the fields would be 2 to the power of 100.
  test('of a hundred levels, by fragments in fragments, comes to an end', async () => {
    const { send } = await api();
    const fragments = Array.from(
      { length: 100 },
      (_, n) => `fragment F${n} on Item { a: next { ...F${n + 1} } b: next { ...F${n + 1} } }`,
    );
    const { json } = await send({ query: `{ item { ...F0 } } ${fragments.join(' ')} fragment F100 on Item { name }` });
    expect(json).toBeDefined();
  });
});

describe('resolver count', () => {
  const definition = 'type Query { a: String } type Mutation @aws_api_key { login(n: Int): String }';
  const logins = (count: number): string =>
    `mutation { ${Array.from({ length: count }, (_, n) => `m${n}: login(n: ${n})`).join(' ')} }`;

  test('two hundred logins by aliases in one request: those above the limit do not run', async () => {
    const { send, invoked } = await createTestApi({
      definition,
      resolverCountLimit: 3,
      resolvers: [resolver('Mutation.login')],
      invoke: () => ok('token'),
    });
    const { status, json } = await send({ query: logins(200) });
    expect(status).toBe(200);
    expect(invoked).toHaveLength(3);
    const { data, errors } = json as { data: Record<string, unknown>; errors: unknown[] };
    expect(Object.values(data).filter((value) => value === 'token')).toHaveLength(3);
    expect(errors).toHaveLength(197);
    expect(errors[0]).toMatchObject({
      path: ['m3'],
      data: null,
      errorType: 'ResolverExecutionLimitReached',
      errorInfo: null,
      message: 'Resolver execution limit of 3 reached.',
    });
  });

  test('is counted separately for each request', async () => {
    const { send } = await createTestApi({
      definition,
      resolverCountLimit: 2,
      resolvers: [resolver('Mutation.login')],
      invoke: () => ok('t'),
    });
    for (let n = 0; n < 3; n += 1) expect((await send({ query: logins(2) })).json).toEqual({ data: { m0: 't', m1: 't' } });
  });

  test('fields of one mutation run one after the other', async () => {
    const order: string[] = [];
    const { send } = await createTestApi({
      definition,
      resolvers: [resolver('Mutation.login')],
      invoke: async (payload) => {
        const { n } = payload as { n: number };
        order.push(`start ${n}`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`end ${n}`);
        return ok(`${n}`);
      },
    });
    await send({ query: logins(3) });
    expect(order).toEqual(['start 0', 'end 0', 'start 1', 'end 1', 'start 2', 'end 2']);
  });
});

describe('the deadline of 30 seconds', () => {
  const definition = 'type Query { a: String } type Mutation @aws_api_key { slow: String }';

  test('ends the request with ExecutionTimeout, and what waited for its turn never runs', async () => {
    const timers: { milliseconds: number; ring: () => void; stopped: boolean }[] = [];
    const started = Promise.withResolvers<void>();
    const never = Promise.withResolvers<ReturnType<typeof ok>>();
    const { send, invoked } = await createTestApi({
      definition,
      resolvers: [resolver('Mutation.slow')],
      startTimer: (milliseconds, ring) => {
        const timer = { milliseconds, ring, stopped: false };
        timers.push(timer);
        return () => {
          timer.stopped = true;
        };
      },
      invoke: () => {
        started.resolve();
        return never.promise;
      },
    });
    const response = send({ query: 'mutation { one: slow two: slow }' });
    await started.promise;
    timers[0]?.ring();
    const { status, text } = await response;
    expect(status).toBe(200);
    expect(text).toBe(
      '{"data":null,"errors":[{"path":null,"data":null,"errorType":"ExecutionTimeout","errorInfo":null,"locations":null,"message":"Execution timed out."}]}',
    );
    never.resolve(ok('late'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(invoked).toHaveLength(1);
    expect(timers).toMatchObject([{ milliseconds: 30_000, stopped: true }]);
  });
});
