import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPoolDomain } from '../../../resolvers/sign-in/pool-domain.ts';
import { createCaller, refused, succeeded } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { madeUpToken } from '../../support/resolvers/made-up-token.ts';
import { stubWire } from '../../support/resolvers/stub-wire.ts';

const federation = {
  scopes: ['openid'],
  ownUsers: true,
  callbackUrls: ['https://app.example.com/', 'https://app.example.com/two'],
  signOutUrls: ['https://app.example.com/bye?from=here'],
  providers: [{ name: 'Google', kind: 'GOOGLE', label: 'Google' }],
} as const;
const tokens = {
  access_token: madeUpToken(),
  id_token: 'an.id.token',
  refresh_token: 'a-refresh-token',
  expires_in: 3600,
  token_type: 'Bearer',
};
const input = {
  code: '0d4f0a52-5b6f-4f5c-8d5f-0f6f6f6f6f6f',
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  redirectUri: 'https://app.example.com/',
};

type Respond = (request: IncomingMessage) => { readonly status: number; readonly body: string } | null;
let respond: Respond;
const requests: { readonly path: string | undefined; readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  requests.push({ path: request.url, headers: request.headers, body });
  const answer = respond(request);
  if (answer === null) response.destroy();
  else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server on TCP has this kind of address
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const says =
  (status: number, body: unknown): Respond =>
  () => ({ status, body: JSON.stringify(body) });

function caller(options: { readonly clientSecret?: string; readonly federation?: null } = {}) {
  const clientSecret = options.clientSecret ?? null;
  const { handle } = stubWire();
  const off = options.federation === null;
  return createCaller({
    cognito: handle,
    authSettings: { federation: off ? null : federation },
    ...(!off && { domain: createPoolDomain(url, { clientId: 'aclient', clientSecret, passesCallerAddress: false }) }),
  });
}

describe('exchangeAuthorizationCode', () => {
  test('posts the code and its verifier, and returns the tokens', async () => {
    respond = says(200, tokens);
    expect(succeeded(await caller().call('exchangeAuthorizationCode', { input }))).toEqual({
      accessToken: tokens.access_token,
      idToken: 'an.id.token',
      refreshToken: 'a-refresh-token',
      expiresIn: 3600,
      tokenType: 'Bearer',
      newDevice: null,
    });
    const { path, headers, body } = requests.at(-1) ?? {};
    expect(path).toBe('/oauth2/token');
    expect(headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(headers?.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'authorization_code',
      client_id: 'aclient',
      code: input.code,
      code_verifier: input.codeVerifier,
      redirect_uri: input.redirectUri,
    });
  });

  test('authenticates an app client that has a secret, which is in no log', async () => {
    respond = says(200, tokens);
    const { call, lines } = caller({ clientSecret: 'a-secret' });
    succeeded(await call('exchangeAuthorizationCode', { input }));
    expect(requests.at(-1)?.headers.authorization).toBe(`Basic ${btoa('aclient:a-secret')}`);
    expect(requests.at(-1)?.body).not.toContain('a-secret');
    for (const secret of ['a-secret', input.code, input.codeVerifier, tokens.id_token])
      expect(lines.join()).not.toContain(secret);
  });

  test.each<[string, Respond, object]>([
    ['a code that is used, expired or of another request', says(400, { error: 'invalid_grant' }), { code: 'CODE_EXPIRED' }],
    ['a parameter that Cognito refuses', says(400, { error: 'invalid_request' }), { code: 'CODE_EXPIRED' }],
    [
      'another redirect URI than that of the code',
      says(400, { error: 'unauthorized_client' }),
      { code: 'INVALID_INPUT', info: { field: 'redirectUri' } },
    ],
    [
      'a request without openid',
      says(200, { ...tokens, id_token: undefined }),
      { code: 'INVALID_INPUT', info: { field: 'code' } },
    ],
    ['a wrong secret of the deployment', says(400, { error: 'invalid_client' }), { code: 'INTERNAL' }],
    ['an answer that is none', () => ({ status: 200, body: '<html>' }), { code: 'INTERNAL' }],
    ['throttling', says(429, {}), { code: 'TOO_MANY_REQUESTS', info: { retryable: true } }],
    ['a failure of Cognito', says(503, {}), { code: 'UNAVAILABLE', info: { retryable: false } }],
    ['no answer', () => null, { code: 'UNAVAILABLE', info: { retryable: false } }],
  ])('%s', async (_, answer, error) => {
    respond = answer;
    expect(refused(await caller().call('exchangeAuthorizationCode', { input }))).toMatchObject(error);
  });

  test('says that nothing has happened if there was no connection', async () => {
    const domain = createPoolDomain('http://127.0.0.1:1', {
      clientId: 'aclient',
      clientSecret: null,
      passesCallerAddress: false,
    });
    const { call } = createCaller({ cognito: stubWire().handle, authSettings: { federation }, domain });
    const error = refused(await call('exchangeAuthorizationCode', { input }));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', info: { retryable: true } });
  });

  test.each([
    ['redirectUri', { redirectUri: 'https://app.example.com' }],
    ['redirectUri', { redirectUri: 'https://app.example.com/?next=https://evil.example' }],
    ['redirectUri', { redirectUri: 'https://evil.example/' }],
    ['codeVerifier', { codeVerifier: '' }],
    ['codeVerifier', { codeVerifier: 'x'.repeat(42) }],
    ['codeVerifier', { codeVerifier: 'x'.repeat(129) }],
    ['codeVerifier', { codeVerifier: `${'x'.repeat(43)}&code=other` }],
    ['code', { code: '' }],
    ['code', { code: 'a b' }],
  ])('refuses %s: %o, before Cognito is called', async (field, changes) => {
    const before = requests.length;
    const error = refused(await caller().call('exchangeAuthorizationCode', { input: { ...input, ...changes } }));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', info: { field } });
    expect(requests).toHaveLength(before);
  });

  test('is a sign-in in the history of the account', async () => {
    respond = says(200, tokens);
    const accountTable = startAccountTable();
    const domain = createPoolDomain(url, { clientId: 'aclient', clientSecret: null, passesCallerAddress: false });
    const { call } = createCaller({ cognito: stubWire().handle, authSettings: { federation }, domain, accountTable });
    succeeded(await call('exchangeAuthorizationCode', { input }));
    expect(accountTable.content()).toMatch(/a-sub.*SIGNED_IN/);
  });
});

describe('signOutUrl', () => {
  test('leads to the domain, and back to a URL of the deployment alone', async () => {
    const { call } = caller();
    const there = new URL(succeeded(await call('signOutUrl', { redirectUri: 'https://app.example.com/bye?from=here' })));
    expect(`${there.origin}${there.pathname}`).toBe(`${url}/logout`);
    expect(Object.fromEntries(there.searchParams)).toEqual({
      client_id: 'aclient',
      logout_uri: 'https://app.example.com/bye?from=here',
    });
    for (const redirectUri of ['https://evil.example/', 'https://app.example.com/bye', '']) {
      expect(refused(await call('signOutUrl', { redirectUri }))).toMatchObject({
        code: 'INVALID_INPUT',
        info: { field: 'redirectUri' },
      });
    }
  });
});

test('authConfig tells pages where to begin', async () => {
  const { signOutUrls: _, ...told } = federation;
  expect(succeeded(await caller().call('authConfig', {})).federation).toMatchObject({
    ...told,
    domain: url,
    clientId: 'aclient',
  });
  expect(succeeded(await caller({ federation: null }).call('authConfig', {})).federation).toBeNull();
});

test('without federation both are off', async () => {
  const { call } = caller({ federation: null });
  expect(refused(await call('exchangeAuthorizationCode', { input })).code).toBe('NOT_ENABLED');
  expect(refused(await call('signOutUrl', { redirectUri: 'https://app.example.com/' })).code).toBe('NOT_ENABLED');
});
