import { AdminCreateUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../support/send.ts';
import { newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { askedHosts, connect } from './browser.ts';

let system: System;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let hosts: ReadonlySet<string>;
let errors: string[];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), connect()]);
});

afterAll(async () => {
  await browser.close();
  await system.close();
});

beforeEach(async () => {
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  hosts = askedHosts(context);
  page = await context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});

afterEach(async () => {
  expect(errors).toEqual([]);
  expect([...hosts].filter((host) => host !== 'localhost')).toEqual([]);
  await context.close();
});

const at = (path: string): string => new URL(path, system.runtime.outputs.GraphQLUrl).href;

describe('GraphiQL', () => {
  beforeEach(() => {
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  });

  const tab = (name: string) => page.locator('.graphiql-tab-button').and(page.getByTitle(name, { exact: true }));
  const answer = () => page.locator('.result-window .CodeMirror-code');

  /** Opens a tab, presses play and waits for a word of the answer. */
  async function play(name: string, word: string): Promise<string> {
    await tab(name).click();
    return press(word);
  }

  async function press(word: string): Promise<string> {
    await page.getByRole('button', { name: /execute query/i }).click();
    await answer().getByText(word).first().waitFor();
    return (await answer().textContent()) ?? '';
  }

  /** Replaces the text in one of the editors. */
  async function write(editor: string, text: string): Promise<void> {
    await page.locator(`[aria-label="${editor}"] .CodeMirror:visible`).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  }

  test('signs a new user in by presses of play, with nothing to copy', async () => {
    await page.goto(at('/'));
    expect(await play('AuthConfig', 'signUpModes')).toContain('"TEMPORARY_PASSWORD"');
    expect(await play('SignUp', 'userSub')).toContain('"FORCE_CHANGE_PASSWORD"');
    expect(await play('Login', 'session')).toContain('"NewPasswordRequiredChallenge"');
    expect(await play('NewPassword', 'refreshToken')).toContain('"Tokens"');
    expect(await play('Me', 'email')).toContain('"alice"');
    expect(await play('Refresh', 'expiresIn')).toContain('"refreshTokens"');
  });

  test('shows why a call is refused: errorType and errorInfo', async () => {
    await page.goto(at('/'));
    await tab('Login').click();
    await write('Variables', JSON.stringify({ input: { username: 'nobody', password: 'Wrong-horse-1' } }));
    const refusal = await press('requestId');
    expect(refusal).toMatch(/"errorType":\s*"INVALID_CREDENTIALS"/);
    expect(refusal).toMatch(/"errorInfo":\s*\{\s*"cognito":\s*"NotAuthorizedException"/);
  });

  test('shows the answer to a wrong API key', async () => {
    await page.goto(at('/'));
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await write('Headers', '{ "x-api-key": "da2-wrong" }');
    expect(await press('errorType')).toContain('"UnauthorizedException"');
    // The browser itself reports every 401.
    expect(errors.splice(0)).toEqual([expect.stringContaining('401')]);
  });

  test('says so if there is no answer', async () => {
    await page.goto(at('/'));
    await page.route('**/graphql', (route) => route.abort());
    expect(await play('AuthConfig', 'notSent')).toContain('Is the server running');
    expect(errors.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });

  test('keeps its tabs over a reload, for this tab of the browser alone', async () => {
    await page.goto(at('/'));
    await write('Query Editor', '{ authConfig { mfaMode } }');
    await play('SelfSignUp', 'userSub');
    await page.getByRole('button', { name: /settings/i }).click();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.reload();
    await tab('ForgotPassword').click();
    expect(await page.locator('[aria-label="Query Editor"]').textContent()).toContain('forgotPassword');
    await page.locator('.graphiql-tab-button').first().click();
    expect(await page.locator('[aria-label="Query Editor"]').textContent()).toContain('mfaMode');
    expect(await press('mfaMode')).toContain('"OPTIONAL"');
    expect(await page.evaluate('Object.entries({ ...localStorage })')).toEqual([['graphiql:theme', 'dark']]);
    expect(page.url()).toBe(at('/'));
    const other = await context.newPage();
    await other.goto(at('/'));
    await other.getByText('Press play').waitFor();
  });

  test('shows the docstrings of the schema', async () => {
    await page.goto(at('/'));
    await page.getByRole('button', { name: /show documentation explorer/i }).click();
    await page.getByRole('link', { name: 'Mutation', exact: true }).click();
    await page.getByRole('link', { name: 'login', exact: true }).click();
    await page.getByText('Starts a sign-in').waitFor();
  });

  test('is where the address of the API leads in a browser', async () => {
    await page.goto(at('/graphql'));
    expect(page.url()).toBe(at('/'));
  });

  test.each([
    ['a laptop', { width: 1280, height: 800 }],
    ['a phone', { width: 390, height: 844 }],
  ])('has its play button and its answers in sight on %s', async (_, size) => {
    await page.setViewportSize(size);
    await page.goto(at('/'));
    await play('AuthConfig', 'signUpModes');
    const width = await page.locator('.graphiql-response').evaluate((element) => element.clientWidth);
    expect(width).toBeGreaterThan(300);
  });
});

describe('the developer page', () => {
  test('shows a mail as soon as it is sent, with its code to copy', async () => {
    const { username, email } = newPerson();
    await page.goto(at('/dev'));
    succeeded(await system.send(SignUpDocument, { input: { username, email, password: newPassword() } }));
    const card = page.getByRole('article').filter({ hasText: email });
    await card.waitFor();
    const { code } = await system.message(email);
    expect(await card.textContent()).toContain(code);
    await card.getByRole('button', { name: /copy/i }).first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(code);
  });

  test('shows the name that a user chose as text; in the frame of a mail, where it may be markup, it does and loads nothing', async () => {
    const { email } = newPerson();
    const username = `<img/src=x/onerror=alert(1)>${Date.now()}`;
    page.on('dialog', (dialog) => {
      errors.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('requestfinished', (request) => {
      if (request.url().includes('onerror')) errors.push(request.url());
    });
    // `signUp` refuses such a name, but Cognito's own operation accepts it.
    const cognito = new CognitoIdentityProviderClient({
      endpoint: system.runtime.outputs.CognitoEndpoint,
      region: system.runtime.outputs.Region,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: system.runtime.outputs.UserPoolId,
        Username: username,
        UserAttributes: [{ Name: 'email', Value: email }],
        TemporaryPassword: newPassword(),
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    );
    cognito.destroy();
    await page.goto(at(`/dev?to=${encodeURIComponent(email)}`));
    await page.getByRole('article').filter({ hasText: email }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await page.frameLocator('iframe').getByText('temporary password').waitFor();
  });

  test('is useless to a page of another site', async () => {
    const inbox = at('/dev/inbox');
    await page.goto('data:text/html,<title>elsewhere</title>');
    const read = await page.evaluate(`fetch(${JSON.stringify(inbox)}).then((r) => r.text(), () => 'refused')`);
    expect(read).toBe('refused');
  });
});
