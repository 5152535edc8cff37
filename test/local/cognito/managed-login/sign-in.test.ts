import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../../local/http/http-message.ts';
import { appCode } from '../../../support/authenticator-app.ts';
import { authenticator } from '../../../support/cognito/authenticator.ts';
import { Browser } from '../../../support/cognito/browser.ts';
import { allFactors, allFlows, createMfaPool, enrolApp, setMfa } from '../../../support/cognito/mfa-pool.ts';
import {
  authorization,
  authorize,
  body,
  callback,
  createOAuthPool,
  exchange,
  oauthClient,
  redirected,
  withDomain,
} from '../../../support/cognito/oauth.ts';
import { createTestPool, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { passkeyPool, register } from '../webauthn/pool-with-passkeys.ts';

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** Exchanges the code of a finished sign-in; returns the claims of the ID token. */
async function finished(world: TestPool, response: HttpResponse): Promise<Record<string, unknown>> {
  expect(response.headers['location']).toMatch(new RegExp(`^${callback}\\?`));
  const { code = '', state } = redirected(response);
  expect(state).toBe('xyz');
  return claimsOf(body(await exchange(world, code)).id_token);
}

const world = createOAuthPool({ ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] });
await world.confirmedUser('ada');
const signIn = (browser: Browser, username: string, typed = password) =>
  browser.submit('/login', { by: 'password', username, password: typed });

describe('a password', () => {
  test('signs a user in, though the client has no flow of the API; the browser is then known', async () => {
    const browser = new Browser(world);
    const page = await browser.open('/login', { login_hint: '"><b>ada' });
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://app.example.com");
    expect(browser.page).toContain('value="&quot;&gt;&lt;b&gt;ada"');
    expect(browser.page).not.toContain('<script');
    const claims = await finished(world, await signIn(browser, 'ada'));
    expect(claims).toMatchObject({ 'cognito:username': 'ada' });
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const silent = await authorize(world, authorization(world, { prompt: 'none' }), { cookie });
    expect(await finished(world, silent)).toMatchObject({ 'cognito:username': 'ada' });
  });

  test.each([
    ['ada', 'Wrong passw0rd!'],
    ['nobody', password],
  ])('of %s that is wrong is refused in the same words', async (name, typed) => {
    const browser = new Browser(world);
    await browser.open();
    const { status } = await signIn(browser, name, typed);
    expect(status).toBe(400);
    expect(browser.problem).toBe('Incorrect username or password.');
    expect(browser.title).toBe('Sign in');
    expect(browser.page).not.toContain(typed);
  });

  test('is locked after five wrong ones, as at the API', async () => {
    await world.confirmedUser('locked');
    const browser = new Browser(world);
    await browser.open();
    for (let count = 0; count < 5; count++) await signIn(browser, 'locked', 'Wrong passw0rd!');
    await signIn(browser, 'locked');
    expect(browser.problem).toBe('Password attempts exceeded');
  });

  test('that an administrator gave is replaced first', async () => {
    const { cognito, userPoolId: UserPoolId } = world;
    await cognito.adminCreateUser({ UserPoolId, Username: 'new', TemporaryPassword: password, MessageAction: 'SUPPRESS' });
    const browser = new Browser(world);
    await browser.open();
    await signIn(browser, 'new');
    expect(browser.title).toBe('Choose a new password');
    await browser.submit('/login', { NEW_PASSWORD: 'only lower case' });
    expect(browser.problem).toContain('Password');
    await finished(world, await browser.submit('/login', { NEW_PASSWORD: 'An0ther password!' }));
    const session = browser.urls.join(' ');
    expect(session).not.toContain('An0ther');
    expect(session).not.toContain('AYAB');
  });
});

describe('a second factor:', () => {
  const factors = async () => {
    const pool = withDomain(createMfaPool({}, oauthClient));
    await pool.confirmedUser('ada');
    return pool;
  };

  test('the code of an app, after a wrong one', async () => {
    const pool = await factors();
    const secret = await enrolApp(pool, 'ada');
    await setMfa(pool, 'ON');
    const browser = new Browser(pool);
    await browser.open();
    await signIn(browser, 'ada');
    await browser.submit('/login', { ANSWER: 'SOFTWARE_TOKEN_MFA' });
    expect(browser.title).toBe('Enter the code of your authenticator app');
    const wrong = (Number(appCode(secret, 1, pool.clock.now())) + 1).toString().padStart(6, '0').slice(-6);
    await browser.submit('/login', { SOFTWARE_TOKEN_MFA_CODE: wrong });
    expect(browser.problem).toBe('This code is not right.');
    const code = appCode(secret, 1, pool.clock.now());
    const session = browser.forms()[0]?.fields['session'] ?? '';
    // The API must not continue a sign-in of the pages: its client may have no such flow.
    const answer = pool.cognito.respondToAuthChallenge({
      ClientId: pool.clientId,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: session,
      ChallengeResponses: { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: code },
    });
    expect(await refusal(answer)).toMatchObject({ name: 'NotAuthorizedException' });
    await finished(pool, await browser.submit('/login', { SOFTWARE_TOKEN_MFA_CODE: code }));
  });

  test('an app that is set up, with one secret for all tries', async () => {
    const pool = await factors();
    await pool.confirmedUser('grace', {});
    await setMfa(pool, 'ON');
    const browser = new Browser(pool);
    await browser.open();
    await signIn(browser, 'grace');
    const secretOn = () => /<code>([A-Z2-7 ]+)<\/code>/.exec(browser.page)?.[1]?.replaceAll(' ', '') ?? '';
    const secret = secretOn();
    await browser.submit('/login', { by: 'app', code: '1' });
    expect(browser.problem).not.toBe('');
    expect(secretOn()).toBe(secret);
    await finished(pool, await browser.submit('/login', { by: 'app', code: appCode(secret, 0, pool.clock.now()) }));
  });

  test.each([
    ['EMAIL_OTP', 'the mail', 'ada@example.com'],
    ['SMS_OTP', 'your text message', '+4915112345678'],
  ])('%s as the only factor', async (factor, message, address) => {
    const pool = withDomain(
      createMfaPool({ ...allFactors, MfaConfiguration: 'OFF', EnabledMfas: undefined }, { ...allFlows, ...oauthClient }),
    );
    const verified = { email_verified: 'true', phone_number_verified: 'true' };
    await pool.confirmedUser('ada', { email: 'ada@example.com', phone_number: '+4915112345678', ...verified });
    const browser = new Browser(pool);
    await browser.open();
    await browser.submit('/login', { by: factor, username: 'ada' });
    expect(browser.title).toBe(`Enter the code from ${message}`);
    await finished(pool, await browser.submit('/login', { [`${factor}_CODE`]: pool.codeFor(address) }));
  });
});

describe('a passkey', () => {
  test('signs a user in; one that is forged, or none, is refused', async () => {
    const pool = withDomain(createTestPool(passkeyPool, { ...allFlows, ...oauthClient }));
    await pool.confirmedUser('ada');
    const key = authenticator();
    await register(pool, 'ada', key);
    const browser = new Browser(pool);
    const asked = async () => {
      await browser.open();
      const { headers } = await browser.submit('/login', { by: 'WEB_AUTHN', username: 'ada' });
      expect(browser.title).toBe('Use your passkey');
      const [, script = ''] = /<script>(.*)<\/script>/s.exec(browser.page) ?? [];
      const hash = createHash('sha256').update(script).digest('base64');
      expect(headers['content-security-policy']).toContain(`script-src 'sha256-${hash}';`);
      const [, options = ''] = /data-passkey="([^"]*)"/.exec(browser.page) ?? [];
      return JSON.parse(options.replaceAll('&quot;', '"'));
    };
    for (const credential of [JSON.stringify(authenticator().get(await asked())), '']) {
      const { headers } = await browser.submit('/login', { CREDENTIAL: credential });
      expect(headers['location']).toBeUndefined();
      expect(browser.problem).not.toBe('');
    }
    const credential = JSON.stringify(key.get(await asked()));
    const claims = await finished(pool, await browser.submit('/login', { CREDENTIAL: credential }));
    expect(claims).toMatchObject({ 'cognito:username': 'ada' });
  });
});

describe('a form', () => {
  test.each<[string, (browser: Browser) => Promise<HttpResponse>]>([
    [
      'of another browser',
      (browser) => {
        browser.cookies.set('cognito.forms', 'x'.repeat(43));
        return signIn(browser, 'ada');
      },
    ],
    [
      'without a cookie',
      (browser) => {
        browser.cookies.clear();
        return signIn(browser, 'ada');
      },
    ],
    ['without a token', (browser) => browser.submit('/login', { by: 'password', username: 'ada', password, token: '' })],
    [
      'of another page',
      (browser) => {
        const { token = '' } = browser.forms()[0]?.fields ?? {};
        return browser.request(`/forgotPassword?${authorization(world)}`, { token, username: 'ada' });
      },
    ],
    [
      'sent by another site',
      (browser) =>
        browser.submit(
          '/login',
          { by: 'password', username: 'ada', password },
          { origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' },
        ),
    ],
    [
      'that is too old',
      (browser) => {
        world.clock.advance({ minutes: 61 });
        return signIn(browser, 'ada');
      },
    ],
  ])('%s is refused', async (_, send) => {
    const browser = new Browser(world);
    await browser.open();
    const { status, headers } = await send(browser);
    expect(status).toBe(403);
    expect(headers['location']).toBeUndefined();
    expect(browser.title).toBe('This form was refused');
  });

  test('with a redirect URI that is not registered shows no page', async () => {
    const browser = new Browser(world);
    const { headers } = await browser.open('/login', { redirect_uri: 'https://evil.example.com/' });
    expect(headers['location']).toMatch(/^\/error\?error=redirect_mismatch/);
  });

  test('keeps unknown parameters, which change nothing', async () => {
    const browser = new Browser(world);
    await browser.open('/login', { utm_source: 'mail' });
    await finished(world, await signIn(browser, 'ada'));
    expect(browser.urls.at(-1)).toContain('utm_source=mail');
  });
});

test('a client without own users shows its providers only, and refuses a password', async () => {
  const { pools, userPoolId: UserPoolId } = world;
  pools.provisionIdentityProvider('Google', {
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid' },
  });
  const clientId = pools.provisionUserPoolClient('Social', {
    UserPoolId,
    ...oauthClient,
    SupportedIdentityProviders: ['Google'],
  });
  const own = new Browser(world);
  await own.open();
  const { token = '' } = own.forms()[0]?.fields ?? {};
  const social = { ...world, clientId };
  const browser = new Browser(social);
  await browser.open();
  expect(browser.forms()).toEqual([]);
  expect(browser.page).toMatch(/href="\/oauth2\/authorize\?[^"]*identity_provider=Google"/);
  const posted = await own.request(`/login?${authorization(social)}`, { token, by: 'password', username: 'ada', password });
  expect(posted.status).toBe(403);
  expect((await browser.open('/signup')).status).toBe(403);
});
