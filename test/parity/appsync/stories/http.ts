import type { ApiStory } from '../story.ts';

const query = '{ authConfig { mfaMode } }';

export const httpStories: readonly ApiStory[] = [
  {
    name: 'A body is missing, is not JSON, is a list, and has no query',
    asks: ['appsync.http.refusals', 'appsync.http.error-type'],
    async run({ ask }) {
      for (const body of [undefined, 'meow', '[]', [{ query }], {}, { query: '' }, { query: 1 }]) await ask({ body });
      await ask({ body: { query, variables: 'made-up' } });
    },
  },
  {
    name: 'A broken body comes with a wrong key',
    asks: ['appsync.http.order'],
    async run({ ask }) {
      const headers = { 'x-api-key': 'made-up-key' };
      await ask({ headers, body: 'meow' });
      await ask({ headers, body: { query: '{ made-up' } });
      await ask({ headers, body: { query: '{ madeUp }' } });
    },
  },
  {
    name: 'A query comes by GET, a mutation too',
    asks: ['appsync.http.get'],
    async run({ ask }) {
      await ask({ method: 'GET', query: new URLSearchParams({ query }).toString() });
      const mutation = 'mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) }';
      const variables = JSON.stringify({ input: { refreshToken: 'made-up' } });
      await ask({ method: 'GET', query: new URLSearchParams({ query: mutation, variables }).toString() });
      await ask({ method: 'GET' });
      await ask({ method: 'PUT', body: { query } });
    },
  },
  {
    name: 'A document has a fault of syntax',
    asks: ['appsync.http.syntax-error'],
    async run({ ask }) {
      for (const broken of [
        '{ authConfig {',
        '{}}',
        '{ authConfig { mfaMode } } }',
        'made up',
        '{ authConfig(a: ) { mfaMode } }',
      ]) {
        await ask({ body: { query: broken } });
      }
    },
  },
  {
    name: 'An operation is named: an empty name, an unknown one, none of two',
    asks: ['appsync.http.empty-operation-name'],
    async run({ ask }) {
      const two = 'query One { authConfig { mfaMode } } query Two { authConfig { adminGroup } }';
      for (const operationName of ['Two', '', 'MadeUp', null]) await ask({ body: { query: two, operationName } });
      await ask({ body: { query, operationName: '' } });
      await ask({ body: { query, operationName: 'MadeUp' } });
    },
  },
  {
    name: 'A page asks whether it may',
    asks: ['appsync.http.preflight'],
    async run({ ask }) {
      const asking = { origin: 'https://app.example.com', 'access-control-request-method': 'POST' };
      await ask({ method: 'OPTIONS', headers: asking });
      await ask({
        method: 'OPTIONS',
        headers: { ...asking, 'access-control-request-headers': 'content-type,x-api-key,x-made-up' },
      });
    },
  },
];
