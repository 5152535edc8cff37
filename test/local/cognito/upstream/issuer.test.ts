import { createHash, createHmac } from 'node:crypto';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import type { HttpResponse } from '../../../../local/http/http-message.ts';
import { type Lie, openLyingIssuer } from '../../../support/cognito/lying-issuer.ts';
import { oauthClient, withDomain } from '../../../support/cognito/oauth.ts';
import { createTestPool, createTestPools } from '../../../support/cognito/pool.ts';
import { atApp, browserOf, claimsAfter, createProviderPool } from '../../../support/cognito/provider-pool.ts';
import { back, openCompanies, provider, secret, sentTo } from './companies.ts';

const { corp, other, companies, signIn } = await openCompanies();

test('an issuer is asked with state, nonce and PKCE, and its answer signs the user in', async () => {
  const world = companies();
  const browser = browserOf(world);
  const url = new URL(sentTo(await browser.begin('Corp', { login_hint: 'ada', prompt: 'login' })));
  const asked = Object.fromEntries(url.searchParams);
  expect(asked).toMatchObject({
    redirect_uri: 'http://localhost:4001/oauth2/idpresponse',
    scope: 'openid email',
    code_challenge_method: 'S256',
    login_hint: 'ada',
    prompt: 'login',
  });
  const claims = await claimsAfter(world, await browser.open(back(corp.authorize(url.href))));
  expect(claims).toMatchObject({ 'cognito:username': 'corp_ada-1', email: 'ada@corp.example', email_verified: false });
  const form = corp.requests.find(({ path }) => path === '/token')?.form;
  expect(Object.fromEntries(form ?? [])).toMatchObject({ client_id: 'pool', client_secret: secret });
  const challenge = createHash('sha256')
    .update(form?.get('code_verifier') ?? '')
    .digest('base64url');
  expect(challenge).toBe(asked['code_challenge']);
  // The ID token has all that is mapped.
  expect(corp.requests.some(({ path }) => path === '/me')).toBe(false);
});

test('userInfo is asked, by the method of the provider, for a mapped claim that the ID token lacks', async () => {
  const world = companies();
  const lie = { claims: { email: undefined }, userInfo: { email: 'info@corp.example' } };
  expect(await claimsAfter(world, await signIn(world, lie))).toMatchObject({ email: 'info@corp.example' });
  expect(corp.requests.findLast(({ path }) => path === '/me')?.method).toBe('POST');
});

const known = { email: 'ada@corp.example', email_verified: true };

test.each<[string, Lie, object]>([
  ['userInfo has verified another address', { userInfo: { ...known, email: 'eve@corp.example' } }, { email_verified: false }],
  ['userInfo has verified this address', { userInfo: known }, { email_verified: true }],
  [
    'the ID token has verified an address that it does not name',
    { claims: { email: undefined, email_verified: true }, userInfo: { email: 'ada@corp.example' } },
    { email_verified: false },
  ],
  ['the flag is a text', { claims: { email_verified: 'true' } }, { email_verified: true }],
  ['the flag is the text false', { claims: { email_verified: 'false' } }, { email_verified: false }],
  ['the flag is a list', { claims: { email_verified: ['true'] } }, { email_verified: false }],
])('an address is verified only by who names it: %s', async (_, lie, expected) => {
  const world = companies({}, {}, { email: 'email', email_verified: 'email_verified' });
  expect(await claimsAfter(world, await signIn(world, lie))).toMatchObject({ email: 'ada@corp.example', ...expected });
});

const hmac = (claims: object, key: string) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
};

const foreignSignature = async (claims: object) => {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
};

const seconds = () => Math.floor(Date.now() / 1000);

const forgeries: readonly (readonly [string, Lie])[] = [
  ['signed with another key', { idToken: foreignSignature }],
  ['with alg none', { idToken: (claims) => new UnsecuredJWT({ ...claims }).encode() }],
  [
    'with alg none, which the issuer allows',
    {
      idToken: (claims) => new UnsecuredJWT({ ...claims }).encode(),
      metadata: { id_token_signing_alg_values_supported: ['none', 'RS256'] },
    },
  ],
  ['with an HMAC by the client secret', { idToken: (claims) => hmac(claims, secret) }],
  ['for another audience', { claims: { aud: 'somebody-else' } }],
  ['of another issuer', { claims: { iss: 'https://evil.example.com' } }],
  ['that expired', { claims: { iat: seconds() - 7200, exp: seconds() - 3600 } }],
  ['with another nonce', { claims: { nonce: 'another' } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['without a subject', { claims: { sub: undefined } }],
  ['of somebody else than userInfo', { claims: { email: undefined }, userInfo: { sub: 'bob', email: 'b@corp.example' } }],
];

test.each(forgeries)('an ID token %s is refused at the application, and makes no user', async (_, lie) => {
  const world = companies();
  const before = world.stored();
  const { error, error_description = '', ...others } = atApp(await signIn(world, lie));
  expect([error, others]).toEqual(['invalid_request', { state: 'xyz' }]);
  expect(error_description).toMatch(/^The answer of Corp is not valid: /);
  expect(error_description).not.toContain(secret);
  expect(world.stored()).toBe(before);
});

describe('an issuer that cannot be asked is server_error:', () => {
  const refused = async (response: Promise<HttpResponse>) => {
    const { error, error_description } = atApp(await response);
    expect(error).toBe('server_error');
    expect(error_description).not.toContain(secret);
    return error_description;
  };

  test('nobody listens', async () => {
    const gone = await openLyingIssuer();
    await gone.close();
    const browser = browserOf(createProviderPool([provider('Corp', gone.issuer)]));
    expect(await refused(browser.begin('Corp'))).toContain('ECONNREFUSED');
  });

  test.each<[string, Lie]>([
    ['another issuer', { metadata: { issuer: 'https://evil.example.com' } }],
    ['an authorization endpoint without https', { metadata: { authorization_endpoint: 'http://corp.example.com/authorize' } }],
  ])('its metadata have %s', async (_, lie) => {
    const browser = browserOf(companies());
    corp.lie(lie);
    await refused(browser.begin('Corp'));
  });

  test.each<[string, Lie, RegExp]>([
    ['it refuses the client', { token: { status: 401, body: { error: 'invalid_client' } } }, /Corp Error - 401 invalid_client/],
    ['it sends no JSON', { token: { status: 200, body: '<html>' } }, /Corp is not reachable or not set up/],
    ['it sends megabytes', { token: { status: 200, body: 'x'.repeat(1_100_000) } }, /more than a megabyte/],
    ['its token endpoint has no https', { metadata: { token_endpoint: 'http://corp.example.com/token' } }, /without https/],
    ['its answer ends too early', { body: 'cut' }, /Its answer broke off/],
    ['its answer is not what its encoding says', { body: 'no gzip' }, /Its answer broke off/],
    ['its answer becomes a hundred megabytes', { body: 'bomb' }, /more than a megabyte/],
  ])('%s', async (_, lie, text) => {
    expect(await refused(signIn(companies(), lie))).toMatch(text);
  });

  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://corp.localhost/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://metadata.google.internal./',
  ])('from elsewhere it names %s, which only this network reaches', async (token_url) => {
    const elsewhere = 'https://login.corp.dev';
    const urls = { authorize_url: `${elsewhere}/a`, token_url, jwks_uri: `${elsewhere}/keys` };
    const browser = browserOf(createProviderPool([provider('Corp', elsewhere, urls)]));
    const state = new URL(sentTo(await browser.begin('Corp'))).searchParams.get('state') ?? '';
    expect(await refused(browser.open(back({ code: 'c', state })))).toContain('inside a private network');
  });

  test.each<[string, Lie]>([
    ['nothing', { silentAt: '/.well-known/openid-configuration' }],
    ['only a beginning', { body: 'endless' }],
  ])('it says %s for five seconds', async (_, lie) => {
    corp.lie(lie);
    const passed: number[] = [];
    const after = (ms: number, callback: () => void) => {
      // The time passes when the request has reached the issuer.
      const reached = expect.poll(() => corp.requests.length).toBe(1);
      void reached.then(() => {
        passed.push(ms);
        callback();
      });
      return () => undefined;
    };
    corp.requests.length = 0;
    const pools = createTestPools(openDatabase(':memory:'), { after });
    const world = createTestPool({}, { ...oauthClient, SupportedIdentityProviders: ['Corp'] }, pools, (UserPoolId) => {
      pools.pools.provisionIdentityProvider('Corp', { UserPoolId, ...provider('Corp', corp.issuer) });
    });
    expect(await refused(browserOf(withDomain(world)).begin('Corp'))).toContain('The issuer took too long.');
    expect(passed).toEqual([5_000]);
  });
});

describe('answers that are mixed up', () => {
  const lost = (response: HttpResponse) => {
    expect(response.headers['location']).toBeUndefined();
    expect([response.status, String(response.body)]).toEqual([400, expect.stringContaining('This sign-in cannot go on')]);
  };

  test('a state in another browser ends on a page, and does not harm its owner', async () => {
    const world = companies();
    const [thief, victim] = [browserOf(world), browserOf(world)];
    const mine = corp.authorize(sentTo(await thief.begin('Corp')));
    await victim.begin('Corp');
    lost(await victim.open(back(mine)));
    expect(atApp(await thief.open(back(mine)))).toHaveProperty('code');
    lost(await thief.open(back(mine)));
  });

  test('the code of another sign-in, with its nonce, is refused', async () => {
    const world = companies();
    const browser = browserOf(world);
    const first = corp.authorize(sentTo(await browser.begin('Corp')));
    const second = corp.authorize(sentTo(await browser.begin('Corp')));
    const response = await browser.open(back({ ...second, code: first['code'] ?? '' }));
    expect(atApp(response)).toMatchObject({ error: 'invalid_request', error_description: expect.stringContaining('nonce') });
  });

  test('the answer of one provider with the state of another is refused, by its iss or by its ID token', async () => {
    const world = companies();
    const browser = browserOf(world);
    const state = new URL(sentTo(await browser.begin('Corp'))).searchParams.get('state') ?? '';
    const answer = other.authorize(sentTo(await browser.begin('Other')));
    corp.requests.length = 0;
    const named = await browser.open(back({ ...answer, state, iss: other.issuer }));
    expect(atApp(named)).toMatchObject({ error: 'invalid_request' });
    // The code did not reach the wrong provider.
    expect(corp.requests.some(({ path }) => path === '/token')).toBe(false);
    const again = new URL(sentTo(await browser.begin('Corp'))).searchParams.get('state') ?? '';
    expect(atApp(await browser.open(back({ ...answer, state: again })))).toMatchObject({ error: 'invalid_request' });
  });

  test('a state that is there twice, an expired one, and one of a deleted provider', async () => {
    const world = companies();
    const browser = browserOf(world);
    const answer = corp.authorize(sentTo(await browser.begin('Corp')));
    lost(await browser.open(`${back(answer)}&state=another`));
    world.clock.advance({ minutes: 5 });
    lost(await browser.open(back(answer)));
    const late = corp.authorize(sentTo(await browser.begin('Corp')));
    await world.cognito.deleteIdentityProvider({ UserPoolId: world.userPoolId, ProviderName: 'Corp' });
    expect(atApp(await browser.open(back(late)))).toMatchObject({ error: 'invalid_request' });
  });
});

test.each([
  [
    { error: 'access_denied', error_description: 'Not today.' },
    { error: 'access_denied', error_description: 'Not today.' },
  ],
  [{ error: 'access_denied' }, { error: 'access_denied', error_description: 'Corp refused the sign-in.' }],
  [
    { error: 'made_up', error_description: 'a\r\nb: c' },
    { error: 'invalid_request', error_description: 'a\r\nb: c' },
  ],
])('a provider that answers %j', async (answer, expected) => {
  const browser = browserOf(companies());
  const state = new URL(sentTo(await browser.begin('Corp'))).searchParams.get('state') ?? '';
  const response = await browser.open(back({ ...answer, state }));
  expect(sentTo(response)).not.toMatch(/[\r\n]/);
  expect(atApp(response)).toEqual({ ...expected, state: 'xyz' });
});

test('what is stored of a sign-in under way is sealed', async () => {
  const world = companies();
  const url = new URL(sentTo(await browserOf(world).begin('Corp'))).searchParams;
  const [row] = world.database.sql.prepare('SELECT hash, browser_hash, sealed_step FROM provider_sign_in').all();
  const stored = Object.values(row ?? {}).map((value) => Buffer.from(value as Uint8Array).toString('latin1'));
  expect(stored).toHaveLength(3);
  for (const hidden of [url.get('state'), url.get('nonce'), 'app.example.com']) expect(stored.join()).not.toContain(hidden);
});
