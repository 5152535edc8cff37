import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { User } from 'oidc-client-ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listenByTls, type TlsDomain } from '../clients/by-tls.ts';
import { type ClientWorld, clientWorld } from '../clients/world.ts';
import { oauthClient, withDomain } from '../support/cognito/oauth.ts';
import { withAda } from '../support/cognito/people.ts';
import { password } from '../support/cognito/pool.ts';
import { connect } from './browser.ts';

// Pages whose script is the code in docs/clients.md, with the library as npm has it. The pool runs without a stack.

const secretOfGoogle = '{{resolve:secretsmanager:google:SecretString:clientSecret}}';
let world: ClientWorld;
let byTls: TlsDomain;
let site: Server;
let origin: string;
let clientId: string;
let browser: Browser;
let context: BrowserContext;
const scripts = new Map<string, string>();

beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    const [, name = '', file] = /^\/([\w-]+)\/(page\.js)?(?:\?.*)?$/.exec(url) ?? [];
    response.setHeader('content-type', `text/${file ? 'javascript' : 'html'}; charset=utf-8`);
    response.end(file ? scripts.get(name) : '<!doctype html><html lang="en"><title>App</title><script src="page.js"></script>');
  });
  await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  [world, browser] = await Promise.all([clientWorld({}, {}).then(withDomain).then(withAda), connect()]);
  byTls = await listenByTls(world);
  world.pools.provisionIdentityProvider('Google', {
    UserPoolId: world.userPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    // Of a stage on a laptop, which does not have the secret: a stand-in takes Google's place.
    ProviderDetails: { client_id: 'pool', client_secret: secretOfGoogle, authorize_scopes: 'openid email' },
    AttributeMapping: { email: 'email', email_verified: 'email_verified' },
  });
  const pages = ['oidc-client-ts', 'aws-amplify'].map((name) => `${origin}/${name}/`);
  clientId = world.pools.provisionUserPoolClient('Pages', {
    ...oauthClient,
    UserPoolId: world.userPoolId,
    SupportedIdentityProviders: ['COGNITO', 'Google'],
    CallbackURLs: pages,
    LogoutURLs: pages,
  });
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await byTls.close();
  await world.close();
  site.close();
  site.closeAllConnections();
});

/** A page with the code that the documentation shows for a library, as `app`. */
async function open(library: string): Promise<Page> {
  const shown = [...readFileSync('docs/clients.md', 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const code = shown.find((text) => text.includes(`from '${library}';`) && text.includes('export const signIn'));
  if (code === undefined) throw new Error(`docs/clients.md shows no page with ${library}.`);
  const contents = code
    .replaceAll('http://localhost:4000/app/', `${origin}/${library}/`)
    .replaceAll('http://localhost:4001', world.endpoint)
    .replaceAll('localhost:4443', byTls.domain);
  const bundle = await build({
    stdin: { contents, loader: 'ts', resolveDir: process.cwd() },
    define: { userPoolId: JSON.stringify(world.userPoolId), clientId: JSON.stringify(clientId) },
    bundle: true,
    write: false,
    globalName: 'app',
  });
  scripts.set(library, bundle.outputFiles[0]?.text ?? '');
  context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`${origin}/${library}/`);
  return page;
}

/** Resolves when the domain has sent the browser back. */
async function signOut(page: Page): Promise<void> {
  const url = page.url();
  const back = page.waitForEvent('framenavigated', (frame) => frame.url() === url);
  await page.evaluate('void app.signOut()');
  await back;
  await page.waitForLoadState();
}

const cookies = async () => (await context.cookies()).map(({ name, secure }) => `${name}${secure ? ' secure' : ''}`);

describe('oidc-client-ts', () => {
  test('signs in at managed login, renews silently, and signs out at the domain', async () => {
    const page = await open('oidc-client-ts');
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    expect(await page.evaluate('app.signedInUser()')).toBeNull();
    await page.evaluate('void app.signIn()');
    await page.getByLabel('User name').fill('ada');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/oidc-client-ts\/\?code=/);
    const user: User = await page.evaluate('app.signedInUser()');
    expect(user.profile).toMatchObject({ email: 'ada@example.com' });
    expect(page.url()).toBe(`${origin}/oidc-client-ts/`);

    world.advance(60);
    const renewed: User = await page.evaluate('app.renew()');
    expect(renewed.profile.sub).toBe(user.profile.sub);
    expect(renewed.access_token).not.toBe(user.access_token);

    expect(await cookies()).toContain(`cognito.${world.userPoolId}`);
    await signOut(page);
    expect(await page.evaluate('app.signedInUser()')).toBeNull();
    expect(await cookies()).not.toContain(`cognito.${world.userPoolId}`);
    const { pathname, search } = new URL(urls.find((url) => url.includes('/logout')) ?? '');
    expect([pathname, [...new URLSearchParams(search).keys()]]).toEqual(['/logout', ['client_id', 'logout_uri']]);
  });
});

describe('aws-amplify', () => {
  interface Tokens {
    readonly accessToken: { readonly payload: Readonly<Record<string, unknown>> };
    readonly idToken: { readonly payload: Readonly<Record<string, unknown>> };
  }

  test('signs in with Google by signInWithRedirect, at the domain by TLS', async () => {
    const page = await open('aws-amplify');
    expect(await page.evaluate('app.tokens()')).toBeUndefined();
    await page.evaluate('void app.signIn()');
    await page.getByRole('button', { name: /^Grace Hopper/ }).click();
    await page.waitForURL(new RegExp(`^${origin}/aws-amplify/`));
    const { idToken, accessToken }: Tokens = await page.evaluate('app.tokens()');
    expect(idToken.payload).toMatchObject({
      aud: clientId,
      iss: `${world.endpoint}/${world.userPoolId}`,
      identities: [expect.objectContaining({ providerName: 'Google' })],
    });
    expect(page.url()).toBe(`${origin}/aws-amplify/`);
    expect(await cookies()).toEqual(['__Host-cognito.at-provider secure', `__Host-cognito.${world.userPoolId} secure`]);

    world.advance(60);
    const renewed: Tokens = await page.evaluate('app.tokens(true)');
    expect(renewed.accessToken.payload['iat']).toBeGreaterThan(Number(accessToken.payload['iat']));

    await signOut(page);
    expect(await page.evaluate('app.tokens()')).toBeUndefined();
    expect(await cookies()).not.toContain(`__Host-cognito.${world.userPoolId} secure`);
  });
});
