import { describe, expect, test } from 'vitest';
import { createHome, isForHome } from '../../../local/dev/home.ts';
import { request } from '../../support/local/requests.ts';

const outputs = {
  GraphQLUrl: 'http://localhost:4000/graphql',
  ApiKey: `da2-${'a'.repeat(26)}`,
  Region: 'us-east-1',
  UserPoolId: 'us-east-1_Pool',
  UserPoolClientId: 'client',
  CognitoEndpoint: 'http://localhost:4001',
};
const home = createHome({
  outputs: () => outputs,
  api: async () => ({ status: 200, headers: {}, body: '{"data":null,"errors":[{"message":"no such field"}]}' }),
  stack: () => ({ api: { definition: '# Says hello.\ntype Query {\n  hello: String\n}', introspection: false } }),
});
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-site': 'none' };

describe('/', () => {
  test('is GraphiQL in a browser, under a policy that runs no script but its own, and never in a frame', async () => {
    const { body, headers } = await home(request('/', browser));
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
    expect(body).toContain(outputs.ApiKey);
  });

  test('names files that may be kept for good', async () => {
    const { body } = await home(request('/', browser));
    const paths = [...String(body).matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path]) => path ?? '');
    expect(paths).toHaveLength(6);
    for (const path of paths) {
      const answer = await home(request(path, { 'sec-fetch-site': 'same-origin' }));
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': expect.stringMatching(/^text\/(?:css|javascript); charset=utf-8$/),
        'cache-control': 'max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      expect((await home(request(path, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
    }
    expect((await home(request('/graphiql/other.js'))).status).toBe(404);
  });

  test('documents the deployed schema, also where the API answers no introspection', async () => {
    const { body, headers } = await home(request('/graphiql/schema.json', { 'sec-fetch-site': 'same-origin' }));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const { types } = JSON.parse(String(body)).data.__schema;
    expect(types).toContainEqual(expect.objectContaining({ name: 'Query', description: 'Says hello.' }));
    expect((await home(request('/graphiql/schema.json', { 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  });

  test('is the addresses in plain text elsewhere', async () => {
    const { body } = await home(request('/', { accept: '*/*' }));
    expect(body).toBe(
      'GraphQL http://localhost:4000/graphql\nCognito http://localhost:4001\nInbox   http://localhost:4000/dev\nPage    http://localhost:4000/app/\n',
    );
  });

  test('holds the API key, so another site may not read it', async () => {
    expect((await home(request('/', { accept: 'text/html', 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  });
});

describe('/graphql', () => {
  test('typed into a browser leads to GraphiQL', async () => {
    const typed = request('/graphql?query={me{sub}}', browser);
    expect(isForHome(typed)).toBe(true);
    expect(await home(typed)).toMatchObject({ status: 303, headers: { location: '/' } });
  });

  test('is left to the API for requests that do not ask for a page', () => {
    expect(isForHome(request('/graphql', { accept: 'application/json' }))).toBe(false);
    expect(isForHome(request('/graphql'))).toBe(false);
    expect(isForHome(request('/graphql', browser, { method: 'POST' }))).toBe(false);
    expect(isForHome(request('/graphql', browser, { method: 'OPTIONS' }))).toBe(false);
  });
});
