import { describe, expect, test } from 'vitest';
import { createTestApi } from './api.ts';

describe('which operation runs', () => {
  const query = 'query A { a: hello } mutation B { b: hi }';
  const definition = 'type Query { hello: String @aws_api_key } type Mutation { hi: String @aws_api_key }';

  test('is the named one', async () => {
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
