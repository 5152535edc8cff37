import * as tls from 'node:tls';
import * as arctic from 'arctic';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorization, completed, oauthClient, withDomain } from '../support/cognito/oauth.ts';
import { withAda } from '../support/cognito/people.ts';
import { listenByTls, type TlsDomain } from './by-tls.ts';
import { type ClientWorld, clientWorld } from './world.ts';

// Libraries for OpenID Connect, unmodified, with the pool as their provider. They find everything by its issuer, and
// arctic by its domain. The sign-in pages between authorize and the call-back are left out: the test ends there as they
// would.

const redirectUri = 'http://localhost:4000/app/';
let world: ClientWorld;
let issuer: URL;

beforeAll(async () => {
  world = await withAda(withDomain(await clientWorld({}, oauthClient)));
  issuer = new URL(`${world.endpoint}/${world.userPoolId}`);
});

afterAll(() => world.close());

/** What a browser ends with that follows the URL: the call-back URL. */
async function visited(url: URL): Promise<URL> {
  const pages = await fetch(url, { redirect: 'manual' });
  expect(pages.headers.get('location')).toBe(`/login${url.search}`);
  const { headers } = await completed(world, url.searchParams);
  return new URL(headers['location'] ?? '');
}

/** A client for a machine, with its secret and scopes. */
async function machine() {
  const UserPoolId = world.userPoolId;
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'See the planets' }];
  await world.cognito.createResourceServer({ UserPoolId, Identifier: 'solar', Name: 'Solar', Scopes });
  const clientId = world.pools.provisionUserPoolClient('Machine', {
    UserPoolId,
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['solar/read'],
  });
  return { clientId, secret: world.pools.userPoolClientSecret(clientId) ?? '' };
}

/** A client for a web server, with its secret. */
function webServer(callbackUrl: string) {
  const clientId = world.pools.provisionUserPoolClient('WebServer', {
    ...oauthClient,
    UserPoolId: world.userPoolId,
    GenerateSecret: true,
    CallbackURLs: [callbackUrl],
  });
  return { clientId, clientSecret: world.pools.userPoolClientSecret(clientId) ?? '' };
}

const insecure = { [oauth.allowInsecureRequests]: true };

describe('openid-client', () => {
  const discovered = (clientId: string, secret?: string, authentication?: openid.ClientAuth) =>
    openid.discovery(issuer, clientId, secret, authentication, { execute: [openid.allowInsecureRequests] });

  test('signs in with PKCE and nonce, reads userInfo, refreshes and revokes', async () => {
    const config = await discovered(world.clientId, undefined, openid.None());
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const checks = { pkceCodeVerifier, expectedNonce: openid.randomNonce(), expectedState: openid.randomState() };
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      nonce: checks.expectedNonce,
      state: checks.expectedState,
    });
    const callback = await visited(url);
    const tokens = await openid.authorizationCodeGrant(config, callback, checks);
    expect(tokens.claims()).toMatchObject({ aud: world.clientId, email: 'ada@example.com', nonce: checks.expectedNonce });
    const sub = tokens.claims()?.sub ?? '';
    expect(await openid.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({ sub, username: 'ada' });
    await expect(openid.authorizationCodeGrant(config, callback, checks)).rejects.toMatchObject({ error: 'invalid_grant' });
    const again = await openid.authorizationCodeGrant(config, await visited(url), checks);
    const renewed = await openid.refreshTokenGrant(config, again.refresh_token ?? '');
    expect(renewed.claims()).toMatchObject({ sub, email: 'ada@example.com' });
    await openid.tokenRevocation(config, again.refresh_token ?? '');
    await expect(openid.refreshTokenGrant(config, again.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    // Cognito's header has no scheme, so the library cannot read the error.
    const ended = openid.fetchUserInfo(config, renewed.access_token, sub);
    await expect(ended).rejects.toThrow('unexpected HTTP response status code');
  });

  test('sees an error of the provider', async () => {
    const config = await discovered(world.clientId, undefined, openid.None());
    const refused = authorization(world, { redirect_uri: redirectUri, scope: 'openid phone' });
    const { headers } = await fetch(`${world.endpoint}/oauth2/authorize?${refused}`, { redirect: 'manual' });
    const callback = new URL(headers.get('location') ?? '');
    const grant = openid.authorizationCodeGrant(config, callback, { expectedState: 'xyz' });
    await expect(grant).rejects.toMatchObject({ error: 'invalid_scope' });
  });
});

describe('oauth4webapi', () => {
  const discovered = async () => oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));

  test('signs in, and checks at_hash, signature and nonce', async () => {
    const as = await discovered();
    const client = { client_id: world.clientId };
    const verifier = oauth.generateRandomCodeVerifier();
    const [nonce, state] = [oauth.generateRandomNonce(), oauth.generateRandomState()];
    const url = new URL(as.authorization_endpoint ?? '');
    url.search = authorization(world, {
      redirect_uri: redirectUri,
      nonce,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    }).toString();
    const params = oauth.validateAuthResponse(as, client, await visited(url), state);
    const request = oauth.authorizationCodeGrantRequest(as, client, oauth.None(), params, redirectUri, verifier, insecure);
    const response = await request;
    const result = await oauth.processAuthorizationCodeResponse(as, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(as, response, insecure);
    const sub = oauth.getValidatedIdTokenClaims(result)?.sub ?? '';
    const info = await oauth.userInfoRequest(as, client, result.access_token, insecure);
    expect(await oauth.processUserInfoResponse(as, client, sub, info)).toMatchObject({ email: 'ada@example.com' });
  });

  test('gets a token for a machine, by either way of authentication', async () => {
    const as = await discovered();
    const { clientId: client_id, secret } = await machine();
    for (const authentication of [oauth.ClientSecretBasic(secret), oauth.ClientSecretPost(secret)]) {
      const scope = { scope: 'solar/read' };
      const response = await oauth.clientCredentialsGrantRequest(as, { client_id }, authentication, scope, insecure);
      const { access_token, token_type } = await oauth.processClientCredentialsResponse(as, { client_id }, response);
      expect([access_token.split('.').length, token_type]).toEqual([3, 'bearer']);
    }
    const wrong = await oauth.clientCredentialsGrantRequest(as, { client_id }, oauth.ClientSecretPost('wrong'), {}, insecure);
    const refused = oauth.processClientCredentialsResponse(as, { client_id }, wrong);
    await expect(refused).rejects.toMatchObject({ error: 'invalid_client' });
  });
});

// Its types bring those of a page (`lib="dom"`, by preact) into everything that is compiled with them, so they stay out.
const authJs = '@auth/core';
const { Auth }: { Auth(request: Request, config: object): Promise<Response> } = await import(authJs);
const { default: Cognito }: { default(options: object): object } = await import(`${authJs}/providers/cognito`);

interface Callback {
  readonly token: object & { readonly accessToken?: string };
  readonly session: object;
  readonly account?: { readonly access_token: string };
}

describe('Auth.js', () => {
  const app = 'http://localhost:4000';

  /** A browser at a web server whose routes under `/auth` are those of Auth.js. */
  function browserAt(config: object) {
    const cookies = new Map<string, string>();
    return async (path: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const sent = form && { method: 'POST', body: new URLSearchParams(form) };
      const response = await Auth(new Request(new URL(path, app), { headers: { cookie }, ...sent }), config);
      for (const [, name = '', value = ''] of response.headers
        .getSetCookie()
        .map((text) => /^([^=]+)=([^;]*)/.exec(text) ?? [])) {
        cookies.set(name, value);
      }
      return response;
    };
  }

  test('signs in by its Cognito provider, and has the user and the tokens in its session', async () => {
    const issuer = `${world.endpoint}/${world.userPoolId}`;
    const { clientId, clientSecret } = webServer(`${app}/auth/callback/cognito`);
    const config = {
      providers: [Cognito({ clientId, clientSecret, issuer })],
      secret: 'of the web server, for its own cookies',
      trustHost: true,
      basePath: '/auth',
      callbacks: {
        jwt: ({ token, account }: Callback) => ({ ...token, ...(account && { accessToken: account.access_token }) }),
        session: ({ session, token }: Callback) => ({ ...session, accessToken: token.accessToken }),
      },
      logger: { error: () => undefined },
    };
    const [visit, stranger] = [browserAt(config), browserAt(config)];
    const { csrfToken } = (await (await visit('/auth/csrf')).json()) as { csrfToken: string };
    const begun = await visit('/auth/signin/cognito', { csrfToken, callbackUrl: `${app}/account` });
    const callback = await visited(new URL(begun.headers.get('location') ?? ''));
    // Another browser has not begun this sign-in.
    expect((await stranger(callback.href)).headers.get('location')).toContain('/auth/error');
    const ended = await visit(callback.href);
    expect(ended.headers.get('location')).toBe(`${app}/account`);
    const session = (await (await visit('/auth/session')).json()) as { accessToken: string };
    expect(session).toMatchObject({ user: { email: 'ada@example.com' } });
    const userInfo = await fetch(`${world.endpoint}/oauth2/userInfo`, {
      headers: { authorization: `Bearer ${session.accessToken}` },
    });
    expect(await userInfo.json()).toMatchObject({ username: 'ada' });
  });
});

describe('arctic', () => {
  const trusted = tls.getCACertificates('default');
  let byTls: TlsDomain;

  beforeAll(async () => {
    byTls = await listenByTls(world);
    // What NODE_EXTRA_CA_CERTS does at the start of a process.
    tls.setDefaultCACertificates([...trusted, byTls.certificate]);
  });

  afterAll(async () => {
    tls.setDefaultCACertificates(trusted);
    await byTls.close();
  });

  test('signs in at the domain by TLS, refreshes and revokes', async () => {
    const { clientId, clientSecret } = webServer(redirectUri);
    const cognito = new arctic.AmazonCognito(byTls.domain, clientId, clientSecret, redirectUri);
    const verifier = arctic.generateCodeVerifier();
    const state = arctic.generateState();
    const callback = await visited(cognito.createAuthorizationURL(state, verifier, ['openid', 'email']));
    expect(callback.searchParams.get('state')).toBe(state);
    const tokens = await cognito.validateAuthorizationCode(callback.searchParams.get('code') ?? '', verifier);
    expect(arctic.decodeIdToken(tokens.idToken())).toMatchObject({ aud: clientId, email: 'ada@example.com' });
    const renewed = await cognito.refreshAccessToken(tokens.refreshToken(), ['openid', 'email']);
    expect(arctic.decodeIdToken(renewed.idToken())).toMatchObject({ email: 'ada@example.com' });
    await cognito.revokeToken(tokens.refreshToken());
    const refused = cognito.refreshAccessToken(tokens.refreshToken(), []);
    await expect(refused).rejects.toMatchObject({ name: 'Error', code: 'invalid_grant' });
  });
});
