import { util } from '@aws-appsync/utils';
import { afterAll, describe, expect, test } from 'vitest';
import { request, response } from '../../resolvers/invoke.appsync.ts';

/** What AppSync's runtime brings; the package has the types alone. */
class Raised extends Error {
  readonly rest: readonly unknown[];
  constructor(message: string, ...rest: readonly unknown[]) {
    super(message);
    this.rest = rest;
  }
}
const original = { ...util };
Object.assign(util, {
  error: (message: string, ...rest: readonly unknown[]) => {
    throw new Raised(message, ...rest);
  },
});
afterAll(() => void Object.assign(util, original));

type Ctx = Parameters<typeof request>[0];
// The resolver reads a few members of AppSync's context, and these are there.
const context = (members: object): Ctx => members as Ctx;

const identity = {
  sub: 'a-sub',
  username: 'ann',
  groups: ['admin'],
  sourceIp: ['192.0.2.1', '198.51.100.1'],
  issuer: 'https://cognito.test/pool',
  claims: {
    token_use: 'access',
    email: 'ann@example.com',
    auth_time: 1_700_000_000,
    acr: 'urn:cognito:loa:1',
    device_key: 'eu-central-1_a-device',
  },
  defaultAuthStrategy: 'DENY',
};

const headers = {
  authorization: 'a.b.c',
  cookie: 'session=1',
  'user-agent': 'curl/8',
  'x-forwarded-for': '203.0.113.9, 198.51.100.1',
  'x-api-key': 'da2-secret',
};

const ctx = (changes: object = {}) =>
  context({ args: { input: { a: 1 } }, identity, info: { fieldName: 'me' }, request: { headers }, ...changes });

describe('the request', () => {
  test('holds what the function needs to know and nothing else', () => {
    expect(request(ctx())).toEqual({
      operation: 'Invoke',
      payload: {
        field: 'me',
        arguments: { input: { a: 1 } },
        accessToken: 'a.b.c',
        identity: {
          sub: 'a-sub',
          username: 'ann',
          groups: ['admin'],
          tokenUse: 'access',
          authTime: 1_700_000_000,
          acr: 'urn:cognito:loa:1',
          deviceKey: 'eu-central-1_a-device',
        },
        forwardedFor: '203.0.113.9, 198.51.100.1',
        userAgent: 'curl/8',
      },
    });
  });

  test('takes the token out of its scheme', () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer '])
      expect(request(ctx({ request: { headers: { ...headers, authorization: `${scheme} a.b.c` } } })).payload).toMatchObject({
        accessToken: 'a.b.c',
      });
  });

  test('has nothing of what the token does not say', () => {
    expect(request(ctx({ identity: { ...identity, claims: { token_use: 'access' } } })).payload).toMatchObject({
      identity: { authTime: null, acr: null, deviceKey: null },
    });
  });

  test('has no groups where the token has none', () => {
    expect(request(ctx({ identity: { ...identity, groups: null } })).payload).toMatchObject({ identity: { groups: [] } });
  });

  test('has no user for an API key, even with other headers', () => {
    for (const nobody of [null, undefined]) {
      expect(request(ctx({ identity: nobody })).payload).toEqual({
        field: 'me',
        arguments: { input: { a: 1 } },
        forwardedFor: '203.0.113.9, 198.51.100.1',
        userAgent: 'curl/8',
      });
    }
    expect(request(ctx({ identity: null, request: { headers: {} } })).payload).toMatchObject({
      forwardedFor: null,
      userAgent: null,
    });
  });
});

function raised(members: object): Raised {
  try {
    response(context(members));
  } catch (error) {
    if (error instanceof Raised) return error;
    throw error;
  }
  throw new Error('Nothing was raised.');
}

const none = { cognito: null, field: null, requestId: null };
const unavailable = ['UNAVAILABLE', 'The answer did not come in time. Try again.', true];
const unclear = [
  'UNAVAILABLE',
  'The answer did not come in time, so this may have happened or not. Check whether it has before you try again.',
  false,
];
const throttled = ['TOO_MANY_REQUESTS', 'Too many calls at once. Try again shortly.', true];
const internal = ['INTERNAL', 'Something went wrong.', false];

describe('the response', () => {
  test("is the function's data, null included", () => {
    expect(response(context({ result: { data: { a: 1 } } }))).toEqual({ a: 1 });
    expect(response(context({ result: { data: null } }))).toBeNull();
    expect(response(context({ result: { data: false } }))).toBe(false);
  });

  test("is the function's error, in AppSync's shape", () => {
    const info = { cognito: 'NotAuthorizedException', retryable: false, field: null, requestId: 'r' };
    const error = raised({ result: { error: { code: 'INVALID_CREDENTIALS', message: 'No.', info } } });
    expect([error.message, ...error.rest]).toEqual(['No.', 'INVALID_CREDENTIALS', null, info]);
  });

  test.each([
    ['a crash', { type: 'Lambda:Unhandled', message: 'hunter2 is not a function' }, internal],
    [
      'a time-out of the function',
      { type: 'Lambda:Unhandled', message: '2026-01-01 Task timed out after 27.00 seconds' },
      unavailable,
    ],
    ['a time-out of AppSync', { type: 'Lambda:ExecutionTimeoutException', message: 'Execution timed out.' }, unavailable],
    ['a throttled function', { type: 'Lambda:IllegalArgument', message: 'Rate Exceeded.' }, throttled],
    ['a throttled function, newer', { type: 'Lambda:TooManyRequestsException', message: 'hunter2' }, throttled],
    ['a function that may not be invoked', { type: 'Lambda:IllegalArgument', message: 'hunter2' }, internal],
  ])('after %s has a text of its own', (_, broken, [code, message, retryable]) => {
    const error = raised({ error: broken, result: null, info: { fieldName: 'me', parentTypeName: 'Query' } });
    expect([error.message, ...error.rest]).toEqual([message, code, null, { ...none, retryable }]);
    expect(JSON.stringify(error.rest)).not.toContain('hunter2');
  });

  test.each([
    ['of the function', { type: 'Lambda:Unhandled', message: '2026-01-01 Task timed out after 27.00 seconds' }],
    ['of AppSync', { type: 'Lambda:ExecutionTimeoutException', message: 'Execution timed out.' }],
  ])('after a time-out %s in a mutation, which may have been carried out, is not retryable', (_, broken) => {
    const error = raised({ error: broken, result: null, info: { fieldName: 'signUp', parentTypeName: 'Mutation' } });
    const [code, message, retryable] = unclear;
    expect([error.message, ...error.rest]).toEqual([message, code, null, { ...none, retryable }]);
  });

  test('after no answer at all is INTERNAL', () => {
    for (const result of [null, undefined]) expect(raised({ result }).rest[0]).toBe('INTERNAL');
  });
});
