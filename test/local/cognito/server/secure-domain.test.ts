import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LyingIssuer, openLyingIssuer } from '../../../support/cognito/lying-issuer.ts';
import { send } from '../../../support/cognito/oauth.ts';
import { browserOf, claimsAfter, createProviderPool } from '../../../support/cognito/provider-pool.ts';

let corp: LyingIssuer;
beforeAll(async () => {
  corp = await openLyingIssuer();
});
afterAll(() => corp.close());

/** A pool with an issuer, seen through the domain by TLS. */
function byTls() {
  const world = createProviderPool([
    {
      ProviderName: 'Corp',
      ProviderType: 'OIDC',
      ProviderDetails: {
        client_id: 'pool',
        client_secret: 'the secret of the pool at Corp',
        authorize_scopes: 'openid email',
        oidc_issuer: corp.issuer,
        attributes_request_method: 'GET',
      },
      AttributeMapping: { email: 'email' },
    },
  ]);
  return { ...world, pools: { ...world.pools, handle: world.pools.domainByTls('https://localhost:4443') } };
}

test('the way to an issuer and back stays on the port with TLS', async () => {
  const world = byTls();
  const browser = browserOf(world);
  const { headers } = await browser.begin('Corp');
  const url = new URL(headers['location'] ?? '');
  expect(url.searchParams.get('redirect_uri')).toBe('https://localhost:4443/oauth2/idpresponse');
  const back = new URLSearchParams(corp.authorize(url.href));
  const claims = await claimsAfter(world, await browser.open(`/oauth2/idpresponse?${back}`));
  expect(claims).toMatchObject({ email: 'ada@corp.example', iss: `http://localhost:4001/${world.userPoolId}` });
  const token = corp.requests.find(({ path }) => path === '/token');
  expect(token?.form.get('redirect_uri')).toBe('https://localhost:4443/oauth2/idpresponse');
});

test('its cookies are out of reach of the port without TLS, and the other way round', async () => {
  const world = byTls();
  const browser = browserOf(world);
  const { headers } = await browser.begin('Corp');
  expect(headers['set-cookie']).toMatch(
    /^__Host-cognito\.at-provider=[\w-]{43}; Path=\/; Max-Age=300; HttpOnly; SameSite=Lax; Secure$/,
  );
  const back = `/oauth2/idpresponse?${new URLSearchParams(corp.authorize(headers['location'] ?? ''))}`;
  const cookie = `cognito.at-provider=${browser.cookies.get('__Host-cognito.at-provider')}`;
  expect((await send(world, back, { headers: { cookie } })).status).toBe(400);
  expect((await browser.open(back)).status).toBe(302);
});

test('the operations of the API and the documents of the issuer are not there', async () => {
  const world = byTls();
  const target = { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' };
  expect((await send(world, '/', { method: 'POST', headers: target })).status).toBe(404);
  expect((await send(world, `/${world.userPoolId}/.well-known/jwks.json`)).status).toBe(404);
});
