import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { GlobalSignOutDocument, LoginDocument } from '../../../examples/generated/operations.ts';
import { startRuntime } from '../../../local/runtime.ts';
import { type ConfirmedPerson, confirmedPerson } from '../../clients/people.ts';
import { changedStage, removeStage } from '../../examples/web/stage.ts';
import { startChatCompletions } from '../../support/chat-completions.ts';
import { succeeded } from '../../support/send.ts';
import { expectTokens } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { picture } from './screenshots.ts';
import { type Site, serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let browser: Browser;

async function open(url: string, hash?: string): Promise<Visit> {
  const opened = await visit({ browser, url, ...(hash && { hash }) });
  onTestFinished(() => opened.close());
  return opened;
}

async function signIn(ann: Visit, { username, password }: ConfirmedPerson): Promise<void> {
  await ann.fill('User name or e-mail', username);
  await ann.fill('Password', password);
  await ann.press('Sign in');
}

beforeAll(async () => {
  browser = await connect();
});

afterAll(() => browser.close());

describe('on the dev stage', () => {
  let system: System;
  let site: Site;
  let person: ConfirmedPerson;
  let chat: Awaited<ReturnType<typeof startChatCompletions>>;
  beforeAll(async () => {
    chat = await startChatCompletions({ apiKey: 'sk-right', reply: 'Forty-two.' });
    system = await startSystem({ openai: { baseUrl: chat.baseUrl, apiKey: 'sk-right' } });
    site = await serveSite(system.runtime.outputs);
    person = await confirmedPerson(system);
  });
  afterAll(async () => {
    site.close();
    await system.close();
    await chat.close();
  });
  beforeEach(() => site.configure(system.runtime.outputs));

  test('a session that was ended elsewhere is noticed as soon as the page is visible', async () => {
    const ann = await open(site.url);
    await signIn(ann, person);
    await ann.screen('Your account');
    const { username, password } = person;
    const elsewhere = expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
    succeeded(await system.send(GlobalSignOutDocument, {}, elsewhere.accessToken));
    await ann.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await ann.screen('Sign in');
    await ann.status('Your session was ended, here or on another device. Sign in again.');
  });

  test('signing out everywhere ends the sessions of other devices', async () => {
    const [here, there] = [await open(site.url), await open(site.url)];
    await signIn(here, person);
    await here.screen('Your account');
    await signIn(there, person);
    await there.screen('Your account');
    await here.press('Sign out everywhere');
    await here.screen('Sign in');
    await there.page.reload();
    await there.screen('Sign in');
  });

  test('a reload keeps the session, and never shows the form in between', async () => {
    const ann = await open(site.url);
    await signIn(ann, person);
    await ann.screen('Your account');
    await ann.page.addInitScript(
      "new MutationObserver(() => { if (document.querySelector('[name=password]')) globalThis.flashed = true; }).observe(document, { childList: true, subtree: true });",
    );
    await ann.page.reload();
    await ann.screen('Your account');
    expect(await ann.page.evaluate('globalThis.flashed')).toBeUndefined();
  });

  test('asks a language model, and shows what a wrong key of one’s own gives', async () => {
    const ann = await open(site.url);
    await signIn(ann, person);
    await ann.screen('Your account');
    await ann.page.getByRole('link', { name: 'Ask' }).click();
    await ann.screen('Ask a language model');
    await ann.focusIsOnHeading();
    await ann.press('Ask');
    await ann.page.getByLabel('Your question').and(ann.page.locator('[aria-invalid=true]:focus')).waitFor();
    await ann.fill('Your question', 'What is the answer?');
    await ann.press('Ask');
    await ann.page.getByText('Forty-two.').waitFor();
    await ann.page.getByText('5 tokens in, 3 out').waitFor();
    await ann.screen('Ask a language model');
    await picture(ann.page, 'ask', ['desktop-light', 'phone-dark']);
    await ann.page.getByText('With a key or a model of your own').click();
    await ann.fill('API key', 'sk-wrong');
    await ann.press('Ask');
    await ann.alert(/key|provider|refused/i);
    await ann.screen('Ask a language model');
    expect(await ann.page.getByLabel('Your question').inputValue()).toBe('What is the answer?');
  });

  test('a sign-in that took too long starts again, and keeps the name', async () => {
    const ann = await open(site.url);
    await ann.fill('User name or e-mail', person.username);
    await ann.press('E-mail a code');
    await ann.screen('Enter the code we e-mailed');
    system.advance(4 * 60_000);
    await ann.fill('Code', (await system.message(person.email)).code ?? '');
    await ann.press('Continue');
    await ann.screen('Sign in');
    await ann.status('That took too long. Sign in again.');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(person.username);
  });

  test('the same page serves another instance, with other rules and ways, by another outputs.json', async () => {
    const stage = changedStage({
      pool: { MfaConfiguration: 'OFF', EnabledMfas: undefined },
      config: {
        signUpModes: ['PASSWORD'],
        signInNames: ['EMAIL'],
        flows: ['USER_PASSWORD_AUTH'],
        firstFactors: ['PASSWORD'],
        mfaMode: 'OFF',
        mfaTypes: [],
        gptEnabled: false,
        requiredAttributes: ['email', 'given_name'],
        passwordPolicy: {
          minimumLength: 12,
          requireUppercase: false,
          requireLowercase: true,
          requireNumbers: false,
          requireSymbols: false,
          historySize: 0,
          temporaryPasswordValidityDays: 7,
        },
      },
    });
    onTestFinished(() => removeStage(stage));
    const other = await startSystem({ assembly: stage });
    onTestFinished(() => other.close());
    // In the form that a deployment writes.
    site.configure({ CognitoGraphqlProd: other.runtime.outputs });
    const someone = await confirmedPerson(other);
    const ann = await open(site.url);
    await ann.screen('Sign in');
    expect(await ann.page.getByRole('button').allTextContents()).toEqual(['Show password', 'Sign in']);
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.screen('Create an account');
    expect(await ann.page.getByRole('radio').count()).toBe(0);
    await ann.page.getByLabel('Given name').waitFor();
    const rules = await ann.page.getByRole('list', { name: 'Rules for the password' }).getByRole('listitem').allTextContents();
    expect(rules).toEqual(['○At least 12 characters: not met yet', '○A lowercase letter: not met yet']);
    await ann.page.getByRole('link', { name: 'Sign in' }).click();
    await ann.fill('E-mail', someone.email);
    await ann.fill('Password', someone.password);
    await ann.press('Sign in');
    await ann.screen('Your account');
    await ann.page.getByRole('heading', { name: 'For developers' }).waitFor();
    expect(await ann.page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Profile',
      'Password',
      'Where you are signed in',
      'Recent activity',
      'Your data',
      'Delete your account',
      'For developers',
    ]);
    expect(await ann.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Account']);
  });

  test.each(['#/__proto__', '#/constructor', '#/toString'])(
    'an address that leads nowhere leads to the sign-in: %s',
    async (hash) => {
      const ann = await open(site.url, hash);
      await ann.screen('Sign in');
    },
  );

  test('if a part of the page cannot be loaded, the user can go on', async () => {
    const ann = await visit({ browser, url: site.url, mayBreak: true });
    onTestFinished(() => ann.close());
    await ann.page.route('**/assets/signed-in-*.js', (route) => route.abort());
    await signIn(ann, person);
    await ann.screen('Something went wrong');
    await ann.page.unroute('**/assets/signed-in-*.js');
    await ann.press('Load it again');
    await ann.screen('Your account');
  });

  test('without https the page says what it needs', async () => {
    const ann = await visit({ browser, url: site.url });
    onTestFinished(() => ann.close());
    // The same site under a host name that is not localhost.
    await ann.context.route('http://page.example/**', async (route) => {
      const file = new URL(route.request().url()).pathname;
      await route.fulfill({ response: await route.fetch({ url: new URL(file, site.url).href }) });
    });
    await ann.page.goto('http://page.example/app/');
    await ann.alert('This page needs https; plain http works on localhost only.');
  });

  test('without an outputs.json the page says what is missing', async () => {
    site.configure(null);
    const ann = await open(site.url);
    await ann.screen('This page is not configured');
    await ann.alert('There is no /app/outputs.json: the server answers 404.');
    site.configure({ GraphQLUrl: 'http://localhost:4000/graphql' });
    await ann.page.reload();
    await ann.alert(/^outputs\.json must hold GraphQLUrl, ApiKey/);
  });
});

describe('an API that goes and comes back', () => {
  test('is waited for, without losing what was typed or who is signed in', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'auth-away-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const system = await startSystem({ dataDir });
    const { outputs } = system.runtime;
    const person = await confirmedPerson(system);
    const site = await serveSite(outputs);
    onTestFinished(() => site.close());
    const back = async () => {
      const ports = {
        port: Number(new URL(outputs.GraphQLUrl).port),
        cognitoPort: Number(new URL(outputs.CognitoEndpoint).port),
      };
      const runtime = await startRuntime({ assembly: 'cdk.out', dataDir, ...ports });
      return runtime.close;
    };

    const ann = await open(site.url);
    await ann.screen('Sign in');
    await ann.fill('User name or e-mail', person.username);
    await ann.fill('Password', person.password);
    await system.close();
    await ann.press('Sign in');
    await ann.alert('The server does not answer. Check your connection, then try again.');
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(person.username);
    let leave = await back();
    await ann.press('Sign in');
    await ann.screen('Your account');

    await leave();
    await ann.page.reload();
    await ann.screen('The API is out of reach');
    await ann.page.getByRole('banner').waitFor();
    leave = await back();
    onTestFinished(() => leave());
    await ann.press('Try again');
    await ann.screen('Your account');
  });
});
