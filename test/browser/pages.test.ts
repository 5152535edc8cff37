import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../e2e/send.ts';
import { newPassword, newPerson } from '../e2e/stories.ts';
import { type System, startSystem } from '../e2e/system.ts';
import { askedHosts, launch } from './browser.ts';

let system: System;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let hosts: ReadonlySet<string>;
let errors: string[];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launch()]);
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

const settle = { timeout: 15_000, interval: 700 };
const at = (path: string): string => new URL(path, system.runtime.outputs.GraphQLUrl).href;

describe('GraphiQL', () => {
  test('answers the first query at the press of the play button', async () => {
    await page.goto(at('/'));
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window').getByText('signUpModes').waitFor();
    expect(await page.locator('.result-window').textContent()).toContain('"TEMPORARY_PASSWORD"');
  });

  test('walks the story: sign up, log in', async () => {
    await page.goto(at('/'));
    for (const [tab, answer] of [
      ['SignUp', 'alice'],
      ['Login', 'NewPasswordRequiredChallenge'],
    ] as const) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      // GraphiQL takes the operation's name over from the former tab for half a second after a change of tabs.
      await expect
        .poll(async () => {
          await page.getByRole('button', { name: /execute query/i }).click();
          return page.locator('.result-window').textContent();
        }, settle)
        .toContain(answer);
    }
  });

  test('shows the docstrings of the schema', async () => {
    await page.goto(at('/'));
    await page.getByRole('button', { name: /show documentation explorer/i }).click();
    await page.getByRole('link', { name: 'Mutation', exact: true }).click();
    await page.getByRole('link', { name: 'login', exact: true }).click();
    await page.getByText('Starts a sign-in').waitFor();
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

  test('shows what a user calls himself as text, never as markup', async () => {
    const { email } = newPerson();
    const username = `<img/src=x/onerror=alert(1)>${Date.now()}`;
    succeeded(await system.send(SignUpDocument, { input: { username, email } }));
    await page.goto(at(`/dev?to=${encodeURIComponent(email)}`));
    await page.getByRole('article').filter({ hasText: email }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    for (const frame of page.frames()) expect(await frame.locator('img').count()).toBe(0);
  });

  test('is of no use to a page of another site', async () => {
    const inbox = at('/dev/inbox');
    await page.goto('data:text/html,<title>elsewhere</title>');
    const read = await page.evaluate(`fetch(${JSON.stringify(inbox)}).then((r) => r.text(), () => 'refused')`);
    expect(read).toBe('refused');
  });
});
