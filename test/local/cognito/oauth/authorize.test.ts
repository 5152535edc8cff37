import { describe, expect, test } from 'vitest';
import {
  authorization,
  authorize,
  body,
  callback,
  completed,
  cookieFrom,
  createOAuthPool,
  exchange,
  oauthClient,
  redirected,
  send,
  verifier,
} from '../../../support/cognito/oauth.ts';
import { withAda } from '../../../support/cognito/people.ts';

const world = await withAda(createOAuthPool({ AllowedOAuthFlows: ['code', 'implicit'] }));
const { pools, userPoolId: UserPoolId } = world;
const clientWith = (key: string, more: Record<string, unknown>) =>
  pools.provisionUserPoolClient(key, { UserPoolId, ...oauthClient, ...more });

describe('/oauth2/authorize', () => {
  test('sends a browser to the pages, with the same parameters', async () => {
    const params = authorization(world, { login_hint: 'ada', lang: 'de', nonce: 'n' });
    const { status, headers } = await authorize(world, params);
    expect(status).toBe(302);
    expect(headers['location']).toBe(`/login?${params}`);
    expect(headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['no client', { client_id: undefined }, 'Required parameters missing'],
    ['an unknown client', { client_id: 'nobody' }, 'unauthorized_client'],
    [
      'a client without OAuth',
      { client_id: clientWith('Plain', { AllowedOAuthFlowsUserPoolClient: false }) },
      'unauthorized_client',
    ],
    ['no redirect URI', { redirect_uri: undefined }, 'Required parameters missing'],
    ['another host', { redirect_uri: 'https://evil.example.com/back' }, 'redirect_mismatch'],
    ['a prefix', { redirect_uri: 'https://app.example.com/' }, 'redirect_mismatch'],
    ['a longer path', { redirect_uri: `${callback}/more` }, 'redirect_mismatch'],
    ['a query', { redirect_uri: `${callback}?next=https://evil.example.com` }, 'redirect_mismatch'],
    ['a path that climbs', { redirect_uri: `${callback}/../back` }, 'redirect_mismatch'],
    ['a user in the URL', { redirect_uri: 'https://app.example.com@evil.example.com/back' }, 'redirect_mismatch'],
    ['a longer host', { redirect_uri: 'https://app.example.com.evil.example.com/back' }, 'redirect_mismatch'],
    ['a trailing dot', { redirect_uri: 'https://app.example.com./back' }, 'redirect_mismatch'],
    ['an encoded letter', { redirect_uri: 'https://app.example.com/%62ack' }, 'redirect_mismatch'],
    ['another case', { redirect_uri: 'https://APP.example.com/back' }, 'redirect_mismatch'],
    ['another port', { redirect_uri: 'http://localhost:4999/app/' }, 'redirect_mismatch'],
    ['a sign-out URL', { redirect_uri: 'https://app.example.com/bye' }, 'redirect_mismatch'],
  ])('%s ends on a page of the pool, and never at the address', async (_, change, error) => {
    const response = await authorize(world, authorization(world, change));
    expect(response.headers['location']).toMatch(/^\/error\?/);
    expect(redirected(response)['error']).toBe(error);
    const page = await send(world, response.headers['location'] ?? '');
    expect(page.status).toBe(400);
    expect(page.body).not.toContain('evil');
  });

  test('a redirect URI and a client that are there twice are refused on a page', async () => {
    for (const more of ['&redirect_uri=https://evil.example.com', '&client_id=nobody']) {
      expect((await send(world, `/oauth2/authorize?${authorization(world)}${more}`)).headers['location']).toMatch(/^\/error\?/);
    }
  });

  test.each([
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['another response type', { response_type: 'id_token' }, 'invalid_request'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['a scope that the client does not have', { scope: 'openid phone' }, 'invalid_scope'],
    ['an unknown scope', { scope: 'openid solar/read' }, 'invalid_scope'],
    ['email without openid', { scope: 'email' }, 'invalid_scope'],
    ['a challenge without its method', { code_challenge_method: undefined }, 'invalid_request'],
    ['a method without a challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge: verifier, code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
    ['a provider that the client does not have', { identity_provider: 'Google' }, 'invalid_request'],
    ['an identifier that no provider has', { idp_identifier: 'corp.example.com' }, 'invalid_request'],
    ['an unknown prompt', { prompt: 'create' }, 'invalid_request'],
    ['two prompts that exclude each other', { prompt: 'none login' }, 'invalid_request'],
    ['a resource that is no URL', { resource: 'orders' }, 'invalid_request'],
    ['a silent sign-in of somebody unknown', { prompt: 'none' }, 'login_required'],
  ])('%s is refused at the redirect URI, with the state', async (_, change, error) => {
    const response = await authorize(world, authorization(world, change));
    expect(response.headers['location']).toMatch(/^https:\/\/app\.example\.com\/back\?/);
    expect(redirected(response)).toEqual({ error, error_description: expect.any(String), state: 'xyz' });
  });

  test('a client whose code flow is off', async () => {
    const client_id = clientWith('Implicit', { AllowedOAuthFlows: ['implicit'] });
    expect(redirected(await authorize(world, authorization(world, { client_id })))).toMatchObject({
      error: 'unauthorized_client',
    });
  });

  test('a client of a pool without a domain', async () => {
    const other = pools.provisionUserPool('Bare', {});
    const client_id = pools.provisionUserPoolClient('Bare', { UserPoolId: other, ...oauthClient });
    expect(redirected(await authorize(world, authorization(world, { client_id })))).toEqual({ error: 'unauthorized_client' });
  });

  test('the state comes back as it was, and cannot add a header', async () => {
    const state = 'a b&code=mine#x\r\nset-cookie: cognito=evil';
    const { headers } = await completed(world, authorization(world, { state }));
    expect(headers['location']).not.toMatch(/[\r\n\s]/);
    expect(redirected({ status: 302, headers, body: '' })).toEqual({ code: expect.any(String), state });
  });

  test('only GET is answered', async () => {
    expect(await send(world, '/oauth2/authorize', { form: {} })).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });
});

describe('the session of a browser', () => {
  const signedIn = async (more = {}) => cookieFrom(await completed(world, authorization(world, more)));
  const silently = async (cookie: string, more = {}, of = world) =>
    redirected(await authorize(of, authorization(of, { prompt: 'none', ...more }), { cookie }));

  test('gives other clients of the pool a code at once, for an hour', async () => {
    const { headers } = await completed(world, authorization(world));
    expect(headers['set-cookie']).toMatch(
      new RegExp(`^cognito\\.${UserPoolId}=[\\w-]{43}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax$`),
    );
    const cookie = cookieFrom({ status: 302, headers, body: '' });
    const client_id = clientWith('Other', {});
    const { location } = (await authorize(world, authorization(world, { client_id }), { cookie })).headers;
    expect(location).toMatch(/^https:\/\/app\.example\.com\/back\?code=[0-9a-f-]{36}&state=xyz$/);
    world.clock.advance({ minutes: 59 });
    expect(await silently(cookie)).toHaveProperty('code');
    world.clock.advance({ minutes: 2 });
    expect(await silently(cookie)).toMatchObject({ error: 'login_required' });
  });

  test('is not asked with prompt=login, and not for another provider', async () => {
    const cookie = await signedIn();
    const at = async (more: Record<string, string>, client_id = world.clientId) =>
      (await authorize(world, authorization(world, { client_id, ...more }), { cookie })).headers['location'];
    expect(await at({ prompt: 'login' })).toMatch(/^\/login\?/);
    expect(await at({ identity_provider: 'COGNITO' })).toMatch(/^https:/);
    expect(await at({}, clientWith('NoOwnUsers', { SupportedIdentityProviders: [] }))).toMatch(/^\/login\?/);
  });

  test('of a provider is for requests for that provider, by its name or an identifier', async () => {
    await world.cognito.createIdentityProvider({
      UserPoolId,
      ProviderName: 'Corp',
      ProviderType: 'OIDC',
      IdpIdentifiers: ['corp.example.com'],
      ProviderDetails: {
        client_id: 'id',
        client_secret: 'secret',
        authorize_scopes: 'openid',
        attributes_request_method: 'GET',
        oidc_issuer: 'https://corp.example.com',
      },
    });
    const client_id = clientWith('WithCorp', { SupportedIdentityProviders: ['COGNITO', 'Corp'] });
    const subject = { ProviderName: 'Corp', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: 'ada-1' };
    const link = () =>
      world.cognito.adminLinkProviderForUser({
        UserPoolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'ada' },
        SourceUser: subject,
      });
    await link();
    const params = authorization(world, { client_id, idp_identifier: 'corp.example.com' });
    const cookie = cookieFrom(await completed(world, params, 'ada', { amr: [], provider: 'Corp' }));
    expect(await silently(cookie, { client_id })).toHaveProperty('code');
    expect(await silently(cookie, { client_id, identity_provider: 'Corp' })).toHaveProperty('code');
    expect(await silently(cookie, { client_id, identity_provider: 'COGNITO' })).toMatchObject({ error: 'login_required' });
    expect(await silently(cookie)).toMatchObject({ error: 'login_required' });
    const at = async (of: typeof params) => (await authorize(world, of)).headers['location'];
    expect(await at(params)).toMatch(/^\/stand-in\?/);
    // Whoever has signed in with an identity that was unlinked must not come back by it.
    const code = async () => (await silently(cookie, { client_id }))['code'] ?? '';
    const before = await code();
    await world.cognito.adminDisableProviderForUser({ UserPoolId, User: subject });
    expect(await silently(cookie, { client_id })).toMatchObject({ error: 'login_required' });
    expect(body(await exchange(world, before, { client_id }))).toEqual({ error: 'invalid_grant' });
    await link();
    const last = await code();
    await world.cognito.deleteIdentityProvider({ UserPoolId, ProviderName: 'Corp' });
    expect(await silently(cookie, { client_id })).toMatchObject({ error: 'login_required' });
    expect(body(await exchange(world, last, { client_id }))).toEqual({ error: 'invalid_grant' });
    expect(await at(params)).toMatch(/error=invalid_request/);
  });

  test('is the pool’s own: another pool does not know it, under either name of the cookie', async () => {
    const cookie = await signedIn();
    const other = pools.provisionUserPool('OtherPool', {});
    pools.provisionUserPoolDomain('OtherDomain', { UserPoolId: other, Domain: 'other' });
    const client_id = pools.provisionUserPoolClient('OtherPoolClient', { UserPoolId: other, ...oauthClient });
    const [, value] = cookie.split('=');
    for (const sent of [cookie, `cognito.${other}=${value}`, `cognito.${UserPoolId}=made-up`]) {
      expect(await silently(sent, { client_id })).toMatchObject({ error: 'login_required' });
    }
    expect(await silently(cookie)).toHaveProperty('code');
  });

  test('lasts as long as the client says, which may be no time at all', async () => {
    await world.cognito.setUserPoolSessionConfiguration({
      UserPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 20 },
    });
    const brief = clientWith('Brief', {});
    const set = (MaxValidityMinutes: number) =>
      world.cognito.setUserPoolClientSessionConfiguration({ UserPoolId, ClientId: brief, SSOSession: { MaxValidityMinutes } });
    await set(10);
    const cookie = await signedIn();
    world.clock.advance({ minutes: 11 });
    expect(await silently(cookie, { client_id: brief })).toMatchObject({ error: 'login_required' });
    expect(await silently(cookie)).toHaveProperty('code');
    await set(0);
    expect((await completed(world, authorization(world, { client_id: brief }))).headers).not.toHaveProperty('set-cookie');
  });

  test('ends with the user’s password, and while they are disabled, but not by a global sign-out', async () => {
    const named = { UserPoolId, Username: 'ada' };
    const cookie = await signedIn();
    await world.cognito.adminUserGlobalSignOut(named);
    expect(await silently(cookie)).toHaveProperty('code');
    await world.cognito.adminDisableUser(named);
    expect(await silently(cookie)).toMatchObject({ error: 'login_required' });
    await world.cognito.adminEnableUser(named);
    expect(await silently(cookie)).toHaveProperty('code');
    await world.cognito.adminSetUserPassword({ ...named, Password: 'An0ther! one', Permanent: true });
    expect(await silently(cookie)).toMatchObject({ error: 'login_required' });
  });
});

describe('/logout', () => {
  const logout = (params: Record<string, string>, cookie = '') =>
    send(world, `/logout?${new URLSearchParams(params)}`, { headers: { cookie } });
  const { clientId: client_id } = world;

  test('ends the session of the browser, here and in the browser, and goes on', async () => {
    const cookie = cookieFrom(await completed(world, authorization(world)));
    const { headers } = await logout({ client_id, logout_uri: 'https://app.example.com/bye' }, cookie);
    expect(headers['location']).toBe('https://app.example.com/bye');
    expect(headers['set-cookie']).toBe(`cognito.${UserPoolId}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
    expect(redirected(await authorize(world, authorization(world, { prompt: 'none' }), { cookie }))).toMatchObject({
      error: 'login_required',
    });
  });

  test('goes to the sign-in page, to sign in somebody else', async () => {
    const params = Object.fromEntries(authorization(world));
    expect((await logout(params)).headers['location']).toBe(`/login?${authorization(world)}`);
  });

  test.each([
    [{ logout_uri: 'https://evil.example.com' }, 'redirect_mismatch'],
    [{ logout_uri: 'https://app.example.com/bye/more' }, 'redirect_mismatch'],
    [{ logout_uri: 'https://app.example.com' }, 'redirect_mismatch'],
    [{ logout_uri: 'https://app.example.com@evil.example.com/bye' }, 'redirect_mismatch'],
    [{ logout_uri: 'https://app.example.com./bye' }, 'redirect_mismatch'],
    [{ logout_uri: 'https://app.example.com/%62ye' }, 'redirect_mismatch'],
    [{ logout_uri: 'HTTPS://app.example.com/bye' }, 'redirect_mismatch'],
    [{ logout_uri: callback }, 'redirect_mismatch'],
    [{ redirect_uri: 'https://evil.example.com', response_type: 'code' }, 'redirect_mismatch'],
    [{ redirect_uri: callback }, 'Required parameters missing'],
    [{}, 'Required parameters missing'],
  ])('%j goes nowhere else, but signs out', async (params, error) => {
    const cookie = cookieFrom(await completed(world, authorization(world)));
    const response = await logout({ client_id, ...params }, cookie);
    expect(response.headers['location']).toMatch(/^\/error\?/);
    expect(redirected(response)).toEqual({ error, client_id });
    expect(redirected(await authorize(world, authorization(world, { prompt: 'none' }), { cookie }))).toHaveProperty('error');
  });
});
