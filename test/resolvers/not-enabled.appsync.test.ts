import { util } from '@aws-appsync/utils';
import { afterAll, expect, test } from 'vitest';
import { request, response } from '../../resolvers/not-enabled.appsync.ts';

/** What AppSync's runtime brings; the package has the types alone. */
const raised: unknown[][] = [];
const original = { ...util };
Object.assign(util, {
  error: (...given: unknown[]) => {
    raised.push(given);
    throw new Error('Ends the resolver.');
  },
});
afterAll(() => void Object.assign(util, original));

const members: unknown = { info: { fieldName: 'gpt' }, args: { message: 'A secret.' }, result: null };
// The resolver reads only these members of AppSync's context.
const ctx = members as Parameters<typeof request>[0];

test("the request is refused with the schema's code and form, and none of its content is repeated", () => {
  expect(() => request(ctx)).toThrow('Ends the resolver.');
  const info = { cognito: null, retryable: false, field: null, requestId: null };
  expect(raised).toEqual([['`gpt` is not enabled here.', 'NOT_ENABLED', null, info]]);
});

test('the response adds nothing', () => {
  expect(response(ctx)).toBeNull();
});
