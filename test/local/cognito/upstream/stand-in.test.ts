import { describe, expect, test } from 'vitest';
import { send } from '../../../support/cognito/oauth.ts';
import { atApp, browserOf, buttonOf, claimsAfter, createProviderPool, hidden } from '../../../support/cognito/provider-pool.ts';

const missing =
  '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:google:SecretString:clientSecret}}';
const names = { email: 'email', email_verified: 'email_verified', given_name: 'given_name' };

const google = {
  ProviderName: 'Google',
  ProviderType: 'Google',
  ProviderDetails: { client_id: 'pool', client_secret: missing, authorize_scopes: 'openid email profile' },
  AttributeMapping: { ...names, name: 'name' },
};
const facebook = {
  ProviderName: 'Facebook',
  ProviderType: 'Facebook',
  ProviderDetails: { client_id: 'pool', client_secret: 'known', authorize_scopes: 'public_profile,email' },
  AttributeMapping: { email: 'email', given_name: 'first_name' },
};
const amazon = {
  ProviderName: 'LoginWithAmazon',
  ProviderType: 'LoginWithAmazon',
  ProviderDetails: { client_id: 'pool', client_secret: 'known', authorize_scopes: 'profile' },
  AttributeMapping: { email: 'email', name: 'name' },
};
const apple = {
  ProviderName: 'SignInWithApple',
  ProviderType: 'SignInWithApple',
  ProviderDetails: { client_id: 'pool', team_id: 't', key_id: 'k', private_key: 'p', authorize_scopes: 'email name' },
  AttributeMapping: { email: 'email', email_verified: 'email_verified', given_name: 'firstName' },
};
const corp = {
  ProviderName: 'Corp',
  ProviderType: 'OIDC',
  ProviderDetails: {
    client_id: 'pool',
    client_secret: 'known',
    authorize_scopes: 'openid email',
    oidc_issuer: 'https://login.corp.example',
    attributes_request_method: 'GET',
  },
  AttributeMapping: { email: 'mail', given_name: 'given_name', nickname: 'displayName' },
};
const emailOfSaml = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';
const directory = {
  ProviderName: 'Directory',
  ProviderType: 'SAML',
  ProviderDetails: { MetadataFile: '<EntityDescriptor entityID="https://directory.example.com/saml"/>' },
  AttributeMapping: { email: emailOfSaml, given_name: 'firstName' },
};
const providers = [google, facebook, amazon, apple, corp, directory];

/** What each answers for Ada, and how its identifiers look. */
const expected = [
  ['Google', /^Google_1\d{20}$/i, { email: 'ada@example.com', email_verified: true, given_name: 'Ada', name: 'Ada Lovelace' }],
  ['Facebook', /^facebook_10\d{15}$/i, { email: 'ada@example.com', email_verified: false, given_name: 'Ada' }],
  ['LoginWithAmazon', /^loginwithamazon_amzn1\.account\.[A-Z2-7]{28}$/i, { email: 'ada@example.com', name: 'Ada Lovelace' }],
  ['SignInWithApple', /^signinwithapple_\d{6}\.[\da-f]{32}\.\d{4}$/i, { email_verified: true, given_name: 'Ada' }],
  ['Corp', /^corp_[\da-f-]{36}$/i, { email: 'ada@example.com', email_verified: false, given_name: 'Ada' }],
  ['Directory', /^directory_[\da-f-]{36}$/i, { email: 'ada@example.com', email_verified: false, given_name: 'Ada' }],
] as const;

describe('a stand-in', () => {
  test.each(expected)(
    'for %s says that it is one, and signs in a new user and the same one again',
    async (provider, name, claims) => {
      const world = createProviderPool(providers);
      const browser = browserOf(world);
      const page = await browser.begin(provider);
      expect(page.status).toBe(200);
      expect(String(page.body)).toContain('a page of the user pool on this machine');
      const first = await claimsAfter(world, await browser.submit(page, { choice: buttonOf(page, 'Ada Lovelace') }));
      expect(first).toMatchObject({ ...claims, 'cognito:username': expect.stringMatching(name) });
      // Another browser, which has no session to go on with.
      const other = browserOf(world);
      const again = await other.begin(provider);
      expect(String(again.body)).toContain('has signed in before');
      const second = await claimsAfter(world, await other.submit(again, { choice: buttonOf(again, 'Ada') }));
      expect(second['sub']).toBe(first['sub']);
    },
  );

  test('makes somebody up, with the claims that the pool maps', async () => {
    const world = createProviderPool(providers);
    const browser = browserOf(world);
    const page = await browser.begin('Corp');
    const fields = { choice: 'new', subject: 'kay-1', email: 'kay@corp.example', givenName: 'Kay', 'claim:displayName': 'K' };
    const wrong = await browser.submit(page, { ...fields, subject: 'k 1' });
    expect([wrong.status, String(wrong.body)]).toEqual([400, expect.stringContaining('without white space')]);
    const claims = await claimsAfter(world, await browser.submit(wrong, fields));
    expect(claims).toMatchObject({
      'cognito:username': 'corp_kay-1',
      email: 'kay@corp.example',
      nickname: 'K',
      identities: [expect.objectContaining({ userId: 'kay-1', providerName: 'Corp', providerType: 'OIDC' })],
    });
  });

  test.each([
    ['cancel', 'The user cancelled the sign-in at Google.'],
    ['refuse', 'Google refused the sign-in.'],
  ])('%s is access_denied at the application', async (choice, error_description) => {
    const browser = browserOf(createProviderPool(providers));
    const page = await browser.begin('Google');
    expect(atApp(await browser.submit(page, { choice }))).toEqual({ error: 'access_denied', error_description, state: 'xyz' });
  });

  test('tells the application what a trigger says', async () => {
    const refuses = () => {
      throw new Error('Only employees.');
    };
    const browser = browserOf(createProviderPool(providers, { PreSignUp: refuses }));
    const page = await browser.begin('Directory');
    expect(atApp(await browser.submit(page, { choice: buttonOf(page, 'Ada') }))).toEqual({
      error: 'invalid_request',
      error_description: expect.stringContaining('PreSignUp failed with error Only employees.'),
      state: 'xyz',
    });
  });

  test('gives InboundFederation what the provider answers', async () => {
    const world = createProviderPool(providers, { InboundFederation: (event) => event });
    const browser = browserOf(world);
    const page = await browser.begin('Directory');
    await browser.submit(page, { choice: buttonOf(page, 'Ada') });
    expect(world.calls[0].request.attributes).toEqual({ samlResponse: { [emailOfSaml]: 'ada@example.com', firstName: 'Ada' } });
  });

  test('shows hostile text as text, and lets its forms lead to the application only', async () => {
    const browser = browserOf(createProviderPool(providers));
    const page = await browser.begin('Google');
    const subject = '"><script>alert(1)</script>';
    const again = await browser.submit(page, { choice: 'new', subject, email: 'no address' });
    expect(String(again.body)).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(again.headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*frame-ancestors 'none'; base-uri 'none'; form-action 'self' https:\/\/app\.example\.com$/,
    );
  });
});

describe('the state of a sign-in at a provider', () => {
  const lost = (response: { status: number; headers: Readonly<Record<string, string>>; body: unknown }) => {
    expect(response.headers['location']).toBeUndefined();
    expect([response.status, String(response.body)]).toEqual([400, expect.stringContaining('This sign-in cannot go on')]);
  };

  test('is of one browser: another can neither choose nor bring the answer', async () => {
    const world = createProviderPool(providers);
    const [thief, victim] = [browserOf(world), browserOf(world)];
    const page = await thief.begin('Google');
    const form: Record<string, string> = { ...hidden(page), choice: buttonOf(page, 'Ada') };
    await victim.begin('Google');
    lost(await victim.open(`/stand-in?state=${form['state']}`));
    lost(await victim.submit(page, form));
    const cookie = [...thief.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(world, '/stand-in', { form, headers: { cookie } });
    lost(await victim.open(answer.headers['location'] ?? ''));
    lost(await send(world, answer.headers['location'] ?? ''));
    // It was not spent by them.
    expect(atApp(await thief.open(answer.headers['location'] ?? ''))).toHaveProperty('code');
    lost(await thief.open(answer.headers['location'] ?? ''));
  });

  test('is used up, expires, and is not made up', async () => {
    const world = createProviderPool(providers);
    const browser = browserOf(world);
    const page = await browser.begin('Google');
    world.clock.advance({ minutes: 5 });
    lost(await browser.submit(page, { choice: 'cancel' }));
    const next = await browser.begin('Google');
    await browser.submit(next, { choice: 'cancel' });
    lost(await browser.submit(next, { choice: 'cancel' }));
    lost(await browser.open(`/oauth2/idpresponse?code=a&state=${'a'.repeat(43)}`));
    lost(await browser.open('/oauth2/idpresponse?code=a'));
  });

  test('is removed after its time, as the codes and sessions that come of it: endless sign-ins fill no disk', async () => {
    const world = createProviderPool(providers);
    const tables = ['provider_sign_in', 'authorization_code', 'sso_session'];
    const rows = () => tables.map((table) => world.database.sql.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows']);
    for (let count = 0; count < 3; count++) {
      const browser = browserOf(world);
      const page = await browser.begin('Google');
      if (count > 0) await browser.submit(page, { choice: buttonOf(page, 'Ada') });
    }
    expect(rows()).toEqual([1, 2, 2]);
    world.clock.advance({ minutes: 6 });
    world.pools.purge();
    expect(rows()).toEqual([0, 2, 2]);
    world.clock.advance({ minutes: 60 });
    world.pools.purge();
    expect(rows()).toEqual([0, 0, 0]);
  });

  test('wants the token of the page, the code of the stand-in, and the call-back of the kind', async () => {
    const browser = browserOf(createProviderPool(providers));
    const page = await browser.begin('Google');
    lost(await browser.submit(page, { choice: buttonOf(page, 'Ada'), csrf: 'another' }));
    const { state } = hidden(page);
    expect(atApp(await browser.open(`/oauth2/idpresponse?code=guessed&state=${state}`))).toMatchObject({
      error: 'invalid_request',
    });
    const saml = hidden(await browser.begin('Directory'));
    lost(await browser.open(`/oauth2/idpresponse?code=a&state=${saml['state']}`));
    const real = await send(createProviderPool(providers), '/saml2/idpresponse', { form: { SAMLResponse: 'PHNhbWw+' } });
    expect(real.status).toBe(501);
  });
});
