import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type ConfirmedPerson, confirmedPerson } from '../../clients/people.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { type Site, serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let system: System;
let browser: Browser;
let site: Site;
let ann: Visit;
let person: ConfirmedPerson;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), connect()]);
  site = await serveSite(system.runtime.outputs);
  person = await confirmedPerson(system);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  await system?.close();
});
beforeEach(async () => {
  const opened = await visit({ browser, url: site.url });
  onTestFinished(() => opened.close());
  ann = opened;
});

const button = (name: string) => ann.page.getByRole('button', { name, exact: true });
const idle = () => ann.page.locator('form[aria-busy=true]').waitFor({ state: 'detached' });

/** Holds back requests to the API until the returned function is called, and counts them. */
async function hold(): Promise<{ readonly asked: () => number; readonly release: () => void }> {
  const held = Promise.withResolvers<void>();
  let asked = 0;
  await ann.page.route('**/graphql', async (route) => {
    asked += 1;
    await held.promise;
    await route.continue();
  });
  return { asked: () => asked, release: held.resolve };
}

async function signIn(): Promise<void> {
  await ann.fill('User name or e-mail', person.username);
  await ann.fill('Password', person.password);
  await ann.press('Sign in');
  await ann.screen('Your account');
  await button('Not now').press('Enter');
}

describe('before the script has loaded', () => {
  test('the page is drawn, as it will look while it loads', async () => {
    const held = Promise.withResolvers<void>();
    await ann.page.route('**/assets/*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await ann.page.reload({ waitUntil: 'commit' });
    await ann.page.getByText('Loading …').waitFor();
    const brand = ann.page.getByRole('link', { name: 'Cognito GraphQL' });
    // The text may be there before the style.
    const animation = "getComputedStyle(document.querySelector('.spinner')).animationName";
    await expect.poll(() => ann.page.evaluate(animation)).toBe('turn');
    const before = await brand.boundingBox();
    held.resolve();
    await ann.screen('Sign in');
    // Nothing jumps.
    expect(await brand.boundingBox()).toEqual(before);
  });
});

describe('a button during its request', () => {
  test('shows that it is busy, keeps the focus, and ignores a second press', async () => {
    await ann.fill('User name or e-mail', person.username);
    await ann.fill('Password', 'Wrong-horse-1');
    const { asked, release } = await hold();
    await ann.page.getByLabel('Password', { exact: true }).press('Enter');
    await button('Sign in').locator('.spinner').waitFor();
    expect(await ann.page.locator('form .spinner').count()).toBe(1);
    expect(await button('E-mail a code').getAttribute('aria-disabled')).toBe('true');
    // The keyboard focus is where it was.
    await ann.page.getByLabel('Password', { exact: true }).and(ann.page.locator(':focus')).waitFor();
    await ann.page.keyboard.press('Enter');
    await button('E-mail a code').dispatchEvent('click');
    await ann.page.keyboard.type('x');
    expect(asked()).toBe(1);
    release();
    await ann.alert('Incorrect user name, e-mail or password.');
    expect(await ann.page.locator('form .spinner').count()).toBe(0);
  });
});

describe('the focus', () => {
  test('stays where it was if the screen does not change', async () => {
    await signIn();
    await button('Renew now').press('Enter');
    await ann.status('The session is renewed.');
    await idle();
    await button('Renew now').and(ann.page.locator(':focus')).waitFor();
    await ann.page.getByRole('link', { name: 'Ask' }).press('Enter');
    await ann.screen('Ask a language model');
    await ann.fill('Your question', 'Why?');
    await button('Ask').press('Enter');
    await idle();
    await ann.page.getByLabel('API key').and(ann.page.locator(':focus')).waitFor();
  });

  test('moves to the heading if the element that had it is gone', async () => {
    await signIn();
    await ann.screen('Your account');
    await button('Set up an authenticator app').press('Enter');
    await ann.page.locator('[data-secret]').waitFor();
    await button('Not now').press('Enter');
    await ann.page.getByRole('heading', { name: 'Second step' }).and(ann.page.locator(':focus')).waitFor();
    await ann.page.route('**/graphql', (route) => route.abort());
    await ann.page.reload();
    await ann.screen('The API is out of reach');
    await ann.page.unroute('**/graphql');
    await button('Try again').press('Enter');
    await ann.screen('Your account');
  });
});

describe('what was said on a screen', () => {
  test('is over with it', async () => {
    await signIn();
    await ann.press('Renew now');
    await ann.status('The session is renewed.');
    await ann.page.getByRole('link', { name: 'Ask' }).click();
    await ann.focusIsOnHeading();
    await ann.page.getByRole('heading', { name: 'Ask a language model' }).waitFor();
    expect(await ann.page.getByText('The session is renewed.').count()).toBe(0);
  });
});
