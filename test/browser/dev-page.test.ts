import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type System, startSystem } from '../support/system.ts';
import { askedHosts, connect } from './browser.ts';

const axe = readFileSync(new URL('axe.min.js', import.meta.resolve('axe-core')), 'utf8');

const laptop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

let system: System;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let hosts: ReadonlySet<string>;
let errors: string[];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem({ seedFile: 'seed.json' }), connect()]);
});

afterAll(async () => {
  await browser.close();
  await system.close();
});

beforeEach(() => {
  errors = [];
});

afterEach(async () => {
  expect(errors).toEqual([]);
  expect([...hosts].filter((host) => host !== 'localhost')).toEqual([]);
  await context.close();
});

const at = (path: string): string => new URL(path, system.runtime.outputs.GraphQLUrl).href;

async function open(path = '/dev', options: BrowserContextOptions = laptop): Promise<void> {
  context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] });
  hosts = askedHosts(context);
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(at(path));
}

const post = async (path: string, body: object = {}): Promise<number> =>
  (await fetch(at(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status;

async function pool(operation: string, username: string): Promise<void> {
  const { UserPoolId, CognitoEndpoint } = system.runtime.outputs;
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    authorization: 'AWS4-HMAC-SHA256 Credential=local',
  };
  const body = JSON.stringify({ UserPoolId, Username: username });
  expect((await fetch(CognitoEndpoint, { method: 'POST', headers, body })).status).toBe(200);
}

/**
 * The findings of axe-core, one line each. The page's policy allows only its own scripts, so axe-core is injected past
 * it.
 */
async function findings(): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ id: string; target: string }[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, target: html }))))`);
  return found.map(({ id, target }) => `${id}: ${target}`);
}

const person = (name: string) => page.locator('.person').filter({ has: page.getByRole('heading', { name, exact: true }) });
const state = () => page.locator('#state');

async function openDetails(name: string): Promise<void> {
  await person(name).locator('summary').click();
}

describe('the users on the developer page', () => {
  test('come from the seed file by one click', async () => {
    await open();
    expect(await person('totp').textContent()).toContain('Not loaded');
    await page.getByRole('button', { name: 'Load seed users' }).click();
    await state().getByText('Every seed user is as the seed file says.').waitFor();
    await person('unconfirmed').getByText('Unconfirmed', { exact: true }).waitFor();
    await person('disabled').getByText('Disabled', { exact: true }).waitFor();
    await person('admin').locator('.chip.group').getByText('admin').waitFor();
    await page.getByRole('article').filter({ hasText: 'unconfirmed@example.com' }).waitFor();
    expect(await page.getByRole('button', { name: 'Reset all' }).count()).toBe(1);
  });

  test('tell their password, and the code of the app with its seconds', async () => {
    await post('/dev/seed');
    await open();
    await person('totp').getByRole('button', { name: 'Copy the password of totp' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Correct-horse-battery-1');
    const code = person('totp').getByRole('button', { name: 'Copy the code of totp' });
    await code.click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^\d{6}$/);
    const left = Number(await person('totp').locator('[data-until]').textContent());
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThanOrEqual(30);
  });

  test('lead to their page in the administration', async () => {
    await post('/dev/seed');
    await open();
    await openDetails('unconfirmed');
    const link = person('unconfirmed').getByRole('link', { name: 'Administer unconfirmed' });
    expect(await link.getAttribute('href')).toBe('/app/#/admin/users/unconfirmed');
  });

  test('come back to their seed state one by one', async () => {
    await post('/dev/seed');
    await pool('AdminDisableUser', 'confirmed');
    await open();
    await person('confirmed').getByText('Changed since the seed').waitFor();
    await person('confirmed').getByRole('button', { name: 'Bring back: confirmed' }).click();
    await person('confirmed').getByText('Changed since the seed').waitFor({ state: 'detached' });
    await openDetails('confirmed');
    await person('confirmed').getByRole('button', { name: 'Bring back to the seed state: confirmed' }).click();
    await state().getByText('confirmed is as the seed file says.').waitFor();
  });

  test('are loaded one by one, each by one click', async () => {
    await post('/dev/seed');
    for (const name of ['reset', 'totp']) await pool('AdminDeleteUser', name);
    await open();
    await person('totp').getByRole('button', { name: 'Load: totp' }).click();
    await person('totp').getByText('Confirmed', { exact: true }).waitFor();
    await person('reset').getByText('Not loaded').waitFor();
  });

  test('show by themselves what happens elsewhere, keep the keyboard focus, and show a refusal in words', async () => {
    await post('/dev/seed');
    await open();
    await openDetails('confirmed');
    await pool('AdminDisableUser', 'confirmed');
    await person('confirmed').getByText('Changed since the seed').waitFor();
    expect(await person('confirmed').locator('details[open]').count()).toBe(1);
    await person('confirmed').locator('summary:focus').waitFor();
    await page.route('**/dev/seed', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"X","message":"The pool says no."}' }),
    );
    await person('confirmed').getByRole('button', { name: 'Bring back: confirmed' }).click();
    await state().getByText('The pool says no.').waitFor();
    expect(errors.splice(0)).toEqual([expect.stringContaining('400')]);
  });
});

describe('the clock on the developer page', () => {
  test('is moved ahead and put back by buttons', async () => {
    await open();
    const clock = page.getByRole('region', { name: 'Clock' });
    await clock.getByText('Real time', { exact: true }).waitFor();
    await clock.getByRole('button', { name: '+3 minutes' }).click();
    await clock.getByText('3 minutes ahead').waitFor();
    await clock.getByRole('button', { name: '+1 day' }).click();
    await clock.getByText('1 day, 3 minutes ahead').waitFor();
    const ahead = Date.parse((await clock.locator('time').getAttribute('datetime')) ?? '') - Date.now();
    expect(Math.abs(ahead - 86_580_000)).toBeLessThan(10_000);
    await clock.getByRole('button', { name: 'Back to real time' }).click();
    await clock.getByText('Real time', { exact: true }).waitFor();
  });
});

describe('the developer page for everybody', () => {
  test.each<[string, BrowserContextOptions]>([
    ['light, on a laptop', { ...laptop, colorScheme: 'light' }],
    ['dark, on a laptop', { ...laptop, colorScheme: 'dark' }],
    ['light, on a phone', { ...phone, colorScheme: 'light' }],
    ['dark, on a phone', { ...phone, colorScheme: 'dark' }],
  ])('has no finding of axe: %s', async (_, options) => {
    await post('/dev/seed');
    await post('/dev/clock', { advanceSeconds: 180 });
    await open('/dev', options);
    await page.getByText('3 minutes ahead').waitFor();
    for (const name of ['totp', 'disabled', 'admin']) await openDetails(name);
    await page.getByText('What it moves, and what going back means').click();
    expect(await findings()).toEqual([]);
    await post('/dev/clock', { reset: true });
  });

  test('has no finding of axe-core while it is empty', async () => {
    await open('/dev?user=nobody&to=nobody');
    await page.getByText('No messages to nobody').waitFor();
    await page.getByText('No user with nobody').waitFor();
    expect(await findings()).toEqual([]);
  });

  test.each([320, 390, 768, 1280])('is never wider than a screen of %i pixels', async (width) => {
    await post('/dev/seed');
    await open('/dev', { viewport: { width, height: 700 } });
    await openDetails('totp');
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  test('is whole without scripts', async () => {
    await post('/dev/seed');
    await open('/dev', { ...laptop, javaScriptEnabled: false });
    expect(await person('disabled').textContent()).toContain('Disabled');
    expect(await page.getByRole('button', { name: 'Reset all' }).count()).toBe(0);
  });
});

describe('a page of another origin', () => {
  let site: Server;

  beforeAll(async () => {
    site = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title>'),
    );
    await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve));
  });

  afterAll(() => void site.close());

  test('cannot move the clock, by fetch or by a form', async () => {
    await open();
    const address = site.address();
    if (address === null || typeof address === 'string') throw new Error('The site has no port.');
    await page.goto(`http://localhost:${address.port}/`);
    const target = JSON.stringify(at('/dev/clock'));
    const attempts = [
      `fetch(${target}, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advanceSeconds":60}' })`,
      `fetch(${target}, { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: '{"advanceSeconds":60}' })`,
      `fetch(${target}, { method: 'POST', mode: 'no-cors', body: new Blob(['{"advanceSeconds":60}'], { type: 'application/json' }) })`,
    ];
    for (const attempt of attempts) await page.evaluate(`${attempt}.then(() => 'sent', () => 'refused')`);
    expect(await submitForm(target)).toBe(403);
    expect(await (await fetch(at('/dev/clock'))).json()).toMatchObject({ offsetSeconds: 0 });
    // The browser reports the refusals itself.
    expect(errors.splice(0).length).toBeGreaterThan(0);
  });

  /** A form whose text is JSON, which a server would accept if it did not check the content type. */
  async function submitForm(target: string): Promise<number> {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.evaluate(`(() => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = ${target};
      document.body.append(form);
      form.submit();
    })()`);
    return (await answered).status();
  }
});
