import type { ApiStory } from '../story.ts';

const info = { fieldName: 'me', parentTypeName: 'Query' };
const identity = {
  sub: 'made-up-sub',
  username: 'kim',
  groups: ['admin'],
  sourceIp: ['192.0.2.1'],
  claims: { token_use: 'access', auth_time: 1_700_000_000 },
};

export const resolverStories: readonly ApiStory[] = [
  {
    name: 'The resolver makes its request: with a key, with a token, with nothing but the field',
    asks: ['appsync.js.language', 'appsync.js.payload'],
    async run({ evaluate }) {
      const headers = { 'x-forwarded-for': '192.0.2.1, 198.51.100.1', 'user-agent': 'probe', 'x-api-key': 'made-up' };
      await evaluate('request', { arguments: { key: 'a' }, request: { headers }, info });
      await evaluate('request', {
        arguments: { input: { a: null, b: [1] } },
        identity,
        request: { headers: { ...headers, authorization: 'Bearer made.up.token' } },
        info,
      });
      await evaluate('request', { identity: { ...identity, groups: null, claims: {} }, request: { headers: {} }, info });
    },
  },
  {
    name: 'The resolver gives back data, null, a refusal, and what it makes of a failed function',
    asks: ['appsync.js.language'],
    async run({ evaluate }) {
      const refusal = { cognito: null, retryable: false, field: 'a', requestId: null };
      for (const result of [
        { data: { username: 'kim' } },
        { data: null },
        { data: false },
        { error: { code: 'FORBIDDEN', message: 'Only administrators may do this.', info: refusal } },
      ]) {
        await evaluate('response', { request: { headers: {} }, info, result });
      }
      for (const error of [
        { message: 'made-up is not a function', type: 'Lambda:Unhandled' },
        { message: 'Task timed out after 27.00 seconds', type: 'Lambda:Unhandled' },
        { message: 'Execution timed out.', type: 'Lambda:ExecutionTimeoutException' },
        { message: 'Rate Exceeded.', type: 'Lambda:IllegalArgument' },
      ]) {
        await evaluate('response', { request: { headers: {} }, info, error });
      }
    },
  },
];
