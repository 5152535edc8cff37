import { describe, expect, test } from 'vitest';
import type { GptField, UserField } from '../../../resolvers/call/fields.ts';
import type { FieldOperation, Operations } from '../../../resolvers/call/operation.ts';
import { AuthError } from '../../../resolvers/errors/auth-error.ts';
import * as accountOperations from '../../../resolvers/operations/account/index.ts';
import type { GptContext, UserContext } from '../../../resolvers/operations/contexts.ts';
import * as gptOperations from '../../../resolvers/operations/gpt/index.ts';
import * as recoveryOperations from '../../../resolvers/operations/recovery/index.ts';
import * as signUpOperations from '../../../resolvers/operations/sign-up/index.ts';
import * as userOperations from '../../../resolvers/operations/user/index.ts';
import type { LogEntry } from '../../../resolvers/serve/log.ts';
import { serve } from '../../../resolvers/serve/serve.ts';

const lambda = { awsRequestId: 'a-request-id' };
const event = { field: 'gpt', arguments: { message: 'Hello' } };
const rest = {
  cognito: { send: async () => Promise.reject(new Error('This test has no Cognito.')) },
  wantsProvenAddress: false,
  chat: async () => ({ text: '', truncated: false, model: '', usage: null }),
  apiKey: { read: async () => null, forget: () => undefined },
  defaultModel: 'm',
  paysFor: () => true,
  countQuestion: null,
  messageCharacters: 8000,
  now: () => 0,
};

function serving(gpt: FieldOperation<'gpt', GptContext>) {
  const entries: LogEntry[] = [];
  const clock = { ms: 0 };
  const handler = serve<GptField, GptContext>({
    operations: { gpt },
    dependencies: rest,
    log: (entry) => entries.push(entry),
    now: () => {
      clock.ms += 5;
      return clock.ms;
    },
  });
  return { handler, entries };
}

const reply = { text: 'Yes.', truncated: false, model: 'm', usage: null };

test('an answer is the data and one line', async () => {
  const { handler, entries } = serving(async () => reply);
  expect(await handler(event, lambda)).toEqual({ data: reply });
  expect(await handler(event, lambda)).toEqual({ data: reply });
  const entry = { field: 'gpt', durationMs: 5 };
  expect(entries).toEqual([
    { ...entry, coldStart: true },
    { ...entry, coldStart: false },
  ]);
});

test('a refusal is the error with all four keys and one line', async () => {
  const { handler, entries } = serving(async () => {
    throw new AuthError('TOO_MANY_REQUESTS', 'No.', { retryable: true });
  });
  expect(await handler(event, lambda)).toEqual({
    error: {
      code: 'TOO_MANY_REQUESTS',
      message: 'No.',
      info: { cognito: null, retryable: true, field: null, requestId: 'a-request-id' },
    },
  });
  expect(entries).toEqual([{ field: 'gpt', durationMs: 5, coldStart: true, code: 'TOO_MANY_REQUESTS' }]);
});

test('a failure of our own is told to nobody but the log, which gets no message', async () => {
  const { handler, entries } = serving(async () => {
    throw new TypeError('hunter2 is not a function');
  });
  expect(await handler(event, lambda)).toEqual({
    error: {
      code: 'INTERNAL',
      message: 'Something went wrong.',
      info: { cognito: null, retryable: false, field: null, requestId: 'a-request-id' },
    },
  });
  expect(entries[0]?.error?.name).toBe('TypeError');
  expect(entries[0]?.error?.frames[0]).toContain('serve.test.ts');
  expect(JSON.stringify(entries)).not.toContain('hunter2');
});

test.each(['INTERNAL', 'UNAVAILABLE', 'GPT_FAILED'] as const)('what lies behind %s is in the log', async (code) => {
  const { handler, entries } = serving(async () => {
    throw new AuthError(code, 'No.', { cause: new RangeError('hunter2 is out of range') });
  });
  expect(await handler(event, lambda)).toMatchObject({ error: { code, message: 'No.' } });
  expect(entries[0]?.error?.name).toBe('RangeError');
  expect(entries[0]?.error?.frames[0]).toContain('serve.test.ts');
  expect(JSON.stringify(entries)).not.toContain('hunter2');
});

test('the operation learns who calls', async () => {
  const seen: unknown[] = [];
  const { handler } = serving(async (args, { request }) => {
    seen.push(args, request);
    return reply;
  });
  const identity = {
    sub: 's',
    username: 'ann',
    groups: ['admin'],
    tokenUse: 'access',
    authTime: 1_700_000_000,
    acr: null,
    deviceKey: null,
  };
  await handler(
    { ...event, identity, accessToken: 'a.b.c', forwardedFor: '192.0.2.1, 64.252.1.1', userAgent: 'curl', other: 1 },
    lambda,
  );
  await handler({ ...event, identity: null, userAgent: ['curl', 'again'] }, lambda);
  expect(seen).toEqual([
    { message: 'Hello' },
    { requestId: 'a-request-id', accessToken: 'a.b.c', identity, sourceIp: '192.0.2.1', userAgent: 'curl' },
    { message: 'Hello' },
    { requestId: 'a-request-id', accessToken: null, identity: null, sourceIp: null, userAgent: 'curl' },
  ]);
});

test.each<[unknown]>([
  [null],
  ['text'],
  [{}],
  [{ field: 'gpt' }],
  [{ field: 'gpt', arguments: [] }],
  [{ field: 'gpt', arguments: {}, accessToken: 1 }],
  [{ field: 'gpt', arguments: {}, identity: { sub: 's' } }],
  [{ field: 'login', arguments: {} }],
  [{ field: 'constructor', arguments: {} }],
  [{ field: '__proto__', arguments: {} }],
])('an event that the resolver never sends is INTERNAL (%j)', async (broken) => {
  const { handler, entries } = serving(async () => reply);
  expect(await handler(broken, lambda)).toMatchObject({ error: { code: 'INTERNAL' } });
  expect(entries).toMatchObject([{ field: 'unknown', code: 'INTERNAL' }]);
});

test('a handler takes two parameters, as Lambda reads a third for a callback', () => {
  expect(serving(async () => reply).handler.length).toBeLessThan(3);
});

describe('the compiler', () => {
  test('wants every root field, in one function', () => {
    const everyField = {
      ...userOperations,
      ...accountOperations,
      ...recoveryOperations,
      ...signUpOperations,
      ...gptOperations,
    };
    expect(Object.keys(everyField)).toHaveLength(43);

    const { login: _, ...withoutLogin } = userOperations;
    // @ts-expect-error login is missing
    const missing: Operations<UserField, UserContext> = withoutLogin;
    // @ts-expect-error signUp is served by another function
    const twice: Operations<UserField, UserContext> = { ...userOperations, ...signUpOperations };
    // @ts-expect-error a Boolean! is not a string
    const wrong: FieldOperation<'revokeToken', UserContext> = async () => 'yes';
    // @ts-expect-error there is no such field
    const unknown: FieldOperation<'logout', UserContext> = async () => true;
    expect([missing, twice, wrong, unknown]).toHaveLength(4);
  });
});
