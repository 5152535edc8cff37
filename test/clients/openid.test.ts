import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorization, completed, oauthClient, withDomain } from '../support/cognito/oauth.ts';
import { withAda } from '../support/cognito/people.ts';
import { type ClientWorld, clientWorld } from './world.ts';

// Two OpenID Connect libraries, unmodified, with the pool as their provider. They find everything by its issuer. The
// sign-in pages between authorize and the call-back are left out: the test ends there as they would.

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
