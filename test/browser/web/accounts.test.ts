import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeTo, confirmedPerson } from '../../clients/people.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { newPassword, newPerson } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { allLooks, picture } from './screenshots.ts';
import { type Site, serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let system: System;
let browser: Browser;
let site: Site;
let ann: Visit;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), connect()]);
  site = await serveSite(system.runtime.outputs);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  await system?.close();
});
beforeEach(async () => {
  ann = await visit({ browser, url: site.url });
});
afterEach(() => ann.close());

const button = (name: string) => ann.page.getByRole('button', { name, exact: true });
const box = (name: string) => ann.page.getByRole('textbox', { name, exact: true });

/** A card of the account page, by its heading. */
async function edge(name: string, of: (box: { y: number; height: number }) => number): Promise<number> {
  const card = await ann.page.getByRole('region', { name, exact: true }).boundingBox();
  return card ? of(card) : Number.NaN;
}

describe('by the keyboard alone', () => {
  test('somebody signs up, confirms, sets up an app, signs out and in again', async () => {
    const { username, email } = newPerson();
    const password = newPassword();
    const { page } = ann;
    const { keyboard } = page;
    await ann.screen('Sign in');
    await picture(page, 'sign-in', allLooks);
    await ann.tabTo(page.getByRole('link', { name: 'Create an account' }));
    await keyboard.press('Enter');
    await ann.screen('Create an account');
    await ann.focusIsOnHeading();

    await ann.tabTo(box('User name'));
    await keyboard.type(username);
    await ann.tabTo(box('E-mail'));
    await keyboard.type(email);
    await keyboard.press('Tab');
    await keyboard.type(password.slice(0, 4));
    const rules = page.getByRole('list', { name: 'Rules for the password' }).getByRole('listitem');
    expect(await rules.allTextContents()).toContain('○At least 8 characters: not met yet');
    expect(await rules.allTextContents()).toContain('✓A number: met');
    await keyboard.type(password.slice(4));
    expect((await rules.allTextContents()).every((text) => text.endsWith(': met'))).toBe(true);
    await picture(page, 'sign-up', ['desktop-light', 'phone-dark']);
    await keyboard.press('Enter');

    await ann.screen('Confirm your address');
    await ann.focusIsOnHeading();
    await ann.tabTo(box('Code'));
    // Six digits are sent automatically.
    await keyboard.type(await codeTo(system, email));
    await ann.status('Your address is confirmed.');
    await ann.screen('Your account');
    await ann.focusIsOnHeading();
    await page.getByText(`${email} (verified)`).waitFor();

    await ann.tabTo(button('Not now'));
    await keyboard.press('Enter');
    await ann.tabTo(button('Set up an authenticator app'));
    await keyboard.press('Enter');
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    // The button that led here is gone; the focus is where the user continues.
    await page.getByRole('list', { name: 'Set up an authenticator app' }).and(page.locator(':focus')).waitFor();
    await ann.screen('Your account');
    // A card that grows leaves no gap beside it.
    const bottom = await edge('Profile', ({ y, height }) => y + height);
    expect((await edge('Passkeys', ({ y }) => y)) - bottom).toBeLessThan(32);
    await picture(page, 'app', ['desktop-dark', 'phone-light']);
    await ann.tabTo(button('Copy key'));
    await keyboard.press('Space');
    await ann.status('The key is copied.');
    const secret = await page.evaluate<string>('navigator.clipboard.readText()');
    expect((await page.locator('[data-secret]').textContent())?.replaceAll(' ', '')).toBe(secret);
    await ann.tabTo(box('Name of the device (optional)'));
    await keyboard.type('Pocket');
    await keyboard.press('Tab');
    await keyboard.type(appCode(secret));
    await ann.status('Your authenticator app is set up.');
    await page.getByText('asked first').waitFor();
    await page.getByRole('heading', { name: 'Second step' }).and(page.locator(':focus')).waitFor();
    await ann.screen('Your account');
    await picture(page, 'account', allLooks);

    await ann.tabTo(button('Sign out here'));
    await keyboard.press('Enter');
    await ann.screen('Sign in');
    await ann.status('You are signed out, in all tabs.');
    expect(await box('User name or e-mail').inputValue()).toBe(username);
    await ann.tabTo(page.getByLabel('Password', { exact: true }));
    await keyboard.type(password);
    await keyboard.press('Enter');
    await ann.screen('Enter the code of your app');
    await ann.focusIsOnHeading();
    await page.getByText('“Pocket”').waitFor();
    await picture(page, 'code', ['desktop-light', 'phone-dark']);
    await ann.tabTo(box('Code'));
    await keyboard.type(appCode(secret, 1));
    await ann.screen('Your account');
  });
});

describe('the sign-up', () => {
  beforeEach(async () => {
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.screen('Create an account');
  });

  test('says beside the field what is wrong, keeps what was typed, and goes there', async () => {
    const { username } = await confirmedPerson(system);
    await ann.press('Create account');
    expect(await box('User name').getAttribute('aria-invalid')).toBe('true');
    await ann.fill('User name', username);
    await ann.fill('E-mail', 'ann@example.com');
    await ann.fill('Password', newPassword());
    await ann.press('Create account');
    await ann.alert(/exists|taken/i);
    await ann.screen('Create an account');
    expect(await box('E-mail').inputValue()).toBe('ann@example.com');
    expect(await ann.page.getByLabel('Password', { exact: true }).inputValue()).not.toBe('');
  });

  test('leaves it to the API to judge a password', async () => {
    const { username, email } = newPerson();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.fill('Password', 'short-password');
    await ann.press('Create account');
    await ann.alert(/password/i);
    await ann.screen('Create an account');
  });

  test('says in the reader’s words that a password is too short, beside it', async () => {
    const { username, email } = newPerson();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.fill('Password', 'a-B1');
    await ann.press('Create account');
    await ann.alert(/at least 8 characters/);
    expect(await ann.page.getByLabel('Password', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await ann.screen('Create an account');
  });

  test('with a temporary password leads to a password of one’s own', async () => {
    const { username, email } = newPerson();
    const temporary = newPassword();
    await ann.page.getByRole('radio', { name: /temporary/ }).check();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.fill('Temporary password', temporary);
    await ann.press('Create account');
    await ann.status('Your account is made. Sign in.');
    await ann.screen('Sign in');
    await ann.fill('Password', temporary);
    await ann.press('Sign in');
    await ann.screen('Choose a password');
    await ann.fill('New password', 'short-password');
    await ann.press('Save and sign in');
    await ann.alert(/password/i);
    await ann.fill('New password', newPassword());
    await ann.press('Save and sign in');
    await ann.screen('Your account');
  });

  test('by invitation leads there too', async () => {
    const { username, email } = newPerson();
    await ann.page.getByRole('radio', { name: /invitation/ }).check();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.press('Create account');
    await ann.status('Your invitation is on its way.');
    const { code } = await system.message(email);
    await ann.fill('Password', code ?? '');
    await ann.press('Sign in');
    await ann.screen('Choose a password');
  });

  test('that was left half done is taken up again at the sign-in', async () => {
    const { username, email } = newPerson();
    const password = newPassword();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.fill('Password', password);
    await ann.press('Create account');
    await ann.screen('Confirm your address');
    await ann.page.getByRole('link', { name: 'Back to the sign-in' }).click();
    await ann.page.reload();
    await ann.screen('Sign in');
    await ann.fill('User name or e-mail', username);
    await ann.fill('Password', password);
    await ann.press('Sign in');
    await ann.page.getByRole('link', { name: 'Confirm your address' }).click();
    await ann.screen('Confirm your address');
    const first = await codeTo(system, email);
    await ann.press('Send another code');
    await ann.status('A new code is on its way. Only the newest one works.');
    await ann.page.getByRole('button', { name: /in \d+ s$/ }).waitFor();
    expect(await system.messages(email)).toHaveLength(2);
    // Whoever enters the code chooses the password.
    await ann.fill('Password', password);
    await ann.fill('Code', first === '000000' ? '000001' : '000000');
    await ann.alert(/code/i);
    await ann.fill('Code', await codeTo(system, email));
    await ann.press('Confirm');
    await ann.status('Your address is confirmed.');
    await ann.screen('Sign in');
  });
});

describe('a forgotten password', () => {
  test('is replaced by the code of the mail', async () => {
    const { username, email } = await confirmedPerson(system);
    const password = newPassword();
    await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await ann.screen('Forgot your password?');
    await ann.fill('User name or e-mail', username);
    await ann.press('Send the code');
    await ann.screen('Choose a new password');
    await ann.focusIsOnHeading();
    await ann.fill('Code', await codeTo(system, email));
    await ann.fill('New password', password);
    await ann.press('Set the password');
    await ann.status('Your new password is set. Sign in with it.');
    await ann.screen('Sign in');
    await ann.fill('Password', password);
    await ann.press('Sign in');
    await ann.screen('Your account');
  });

  test('of nobody looks the same', async () => {
    await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await ann.fill('User name or e-mail', 'nobody@example.com');
    await ann.press('Send the code');
    await ann.screen('Choose a new password');
  });
});
