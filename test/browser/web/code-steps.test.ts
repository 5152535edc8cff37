import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { codeTo, confirmedPerson } from '../../clients/people.ts';
import { newPassword, newPerson, type Person } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { picture } from './screenshots.ts';
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
  ann = await open();
});

async function open(hash = ''): Promise<Visit> {
  const opened = await visit({ browser, url: site.url, hash });
  onTestFinished(() => opened.close());
  return opened;
}

const link = (name: string) => ann.page.getByRole('link', { name, exact: true }).click();
const box = (name: string) => ann.page.getByRole('textbox', { name, exact: true });
const kept = () => ann.page.evaluate<string[]>('[...Object.values(sessionStorage), ...Object.values(localStorage)]');

async function signUp({ username, email }: Person): Promise<void> {
  await link('Create an account');
  await ann.fill('User name', username);
  await ann.fill('E-mail', email);
  await ann.fill('Password', newPassword());
  await ann.press('Create account');
  await ann.screen('Confirm your address');
}

describe('the code of a sign-up', () => {
  test('is still asked for after a reload, for the name, which is all that the tab has kept', async () => {
    const person = newPerson();
    await signUp(person);
    expect(new URL(ann.page.url()).hash).toBe('#/confirm');
    await ann.page.reload();
    await ann.screen('Confirm your address');
    await ann.page.getByText(person.username).waitFor();
    expect(await kept()).toEqual([person.username]);
    // Whoever enters the code chooses the password, and the tab has kept none.
    await ann.fill('Password', newPassword());
    await ann.fill('Code', await codeTo(system, person.email));
    await ann.status('Your address is confirmed.');
    await ann.screen('Sign in');
    expect(await box('User name or e-mail').inputValue()).toBe(person.username);
    expect(await kept()).toEqual([]);
  });

  test('may come from another device', async () => {
    const person = newPerson();
    await signUp(person);
    ann = await open();
    await link('Enter your code');
    await ann.screen('Confirm your address');
    await picture(ann.page, 'confirm', ['phone-light']);
    await ann.fill('User name', person.username);
    await ann.fill('Password', newPassword());
    await ann.fill('Code', await codeTo(system, person.email));
    await ann.screen('Sign in');
  });

  test('that went to a mistyped address: the form is shown again, filled in except for the password', async () => {
    const { username, email } = newPerson();
    await signUp({ username, email: `x${email}` });
    await ann.page.getByText(`x${email}`).waitFor();
    await link('Create the account again');
    await ann.screen('Create an account');
    expect([await box('User name').inputValue(), await box('E-mail').inputValue()]).toEqual([username, `x${email}`]);
    expect(await ann.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await ann.fill('User name', `${username}-2`);
    await ann.fill('E-mail', email);
    await ann.fill('Password', newPassword());
    await ann.press('Create account');
    await ann.screen('Confirm your address');
    await ann.fill('Code', await codeTo(system, email));
    await ann.screen('Your account');
    await ann.page.getByText(`${email} (verified)`).waitFor();
  });

  test('of somebody else: the name can be corrected, and has the focus', async () => {
    const [one, other] = [newPerson(), newPerson()];
    await signUp(other);
    ann = await open();
    await signUp(one);
    await ann.press('Not you?');
    await box('User name').and(ann.page.locator(':focus')).waitFor();
    await ann.screen('Confirm your address');
    await ann.fill('User name', other.username);
    await ann.fill('Password', newPassword());
    await ann.fill('Code', await codeTo(system, other.email));
    await ann.screen('Sign in');
    expect(await box('User name or e-mail').inputValue()).toBe(other.username);
  });

  test('says what is wrong with a name that is not asked for', async () => {
    const { username } = await confirmedPerson(system);
    await ann.fill('User name or e-mail', username);
    await link('Enter your code');
    await ann.fill('Code', '123456');
    await ann.alert(/./);
    await ann.screen('Confirm your address');
  });
});

describe('the code for a new password', () => {
  test('is asked for after a reload too', async () => {
    const { username, email } = await confirmedPerson(system);
    await ann.fill('User name or e-mail', username);
    await link('Forgot your password?');
    await ann.press('Send the code');
    await ann.screen('Choose a new password');
    await ann.page.reload();
    await ann.screen('Choose a new password');
    expect(await kept()).toEqual([username]);
    await ann.fill('Code', await codeTo(system, email));
    await ann.fill('New password', newPassword());
    await ann.press('Set the password');
    await ann.status('Your new password is set. Sign in with it.');
    await ann.screen('Sign in');
  });

  test('may come from elsewhere, and is sent again to a corrected name', async () => {
    const { username, email } = await confirmedPerson(system);
    await ann.fill('User name or e-mail', 'nobody');
    await link('Forgot your password?');
    await link('I already have a code');
    await ann.screen('Choose a new password');
    await ann.press('Not you?');
    await ann.fill('User name or e-mail', username);
    await ann.press('Send another code');
    await ann.status('A new code is on its way. Only the newest one works.');
    await ann.fill('Code', await codeTo(system, email));
    await ann.fill('New password', newPassword());
    await ann.press('Set the password');
    await ann.screen('Sign in');
  });

  test('of a reset by an administrator is the one that was sent', async () => {
    const { username, email, password } = await confirmedPerson(system);
    await system.adminResetUserPassword(username);
    const sent = await system.messages(email);
    await ann.fill('User name or e-mail', username);
    await ann.fill('Password', password);
    await ann.press('Sign in');
    await link('Choose a new password with the code that was sent to you');
    await ann.screen('Choose a new password');
    await ann.fill('Code', await codeTo(system, email));
    await ann.fill('New password', newPassword());
    await ann.press('Set the password');
    await ann.screen('Sign in');
    const [notice, ...earlier] = await system.messages(email);
    expect(notice?.subject).toBe('Your password was changed');
    expect(earlier).toEqual(sent);
  });
});

describe('a code', () => {
  const fullWidth = (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

  test.each([
    ['a mail of several lines', (code: string) => `Your code\n\n${code}\n\n2026-11-28, valid for 24 hours`],
    ['a sentence with a full stop', (code: string) => `Your code is ${code.slice(0, 3)}-${code.slice(3)}.`],
    [
      'full-width digits with a zero-width space',
      (code: string) => `${fullWidth(code.slice(0, 3))}\u200b${fullWidth(code.slice(3))}`,
    ],
  ])('is pasted as %s', async (_, write) => {
    const person = newPerson();
    await signUp(person);
    const text = write(await codeTo(system, person.email));
    await ann.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await ann.fill('Code', '12');
    await box('Code').press('ControlOrMeta+v');
    await ann.screen('Your account');
  });

  test('is typed by an input method, which ends with full-width digits', async () => {
    const person = newPerson();
    await signUp(person);
    const text = fullWidth(await codeTo(system, person.email));
    const devtools = await ann.context.newCDPSession(ann.page);
    await box('Code').focus();
    await devtools.send('Input.imeSetComposition', { text, selectionStart: 6, selectionEnd: 6 });
    expect(await box('Code').inputValue()).toBe(text);
    await devtools.send('Input.insertText', { text });
    await ann.screen('Your account');
  });
});

describe('the name', () => {
  test('that was typed at the sign-in is filled in on the other pages', async () => {
    await ann.fill('User name or e-mail', 'ann');
    await link('Forgot your password?');
    expect(await box('User name or e-mail').inputValue()).toBe('ann');
    await link('Back to the sign-in');
    await link('Create an account');
    expect(await box('User name').inputValue()).toBe('ann');
    await ann.fill('User name', 'anna');
    await link('Sign in');
    expect(await box('User name or e-mail').inputValue()).toBe('anna');
    await ann.fill('User name or e-mail', 'anna@example.com');
    await link('Create an account');
    expect([await box('User name').inputValue(), await box('E-mail').inputValue()]).toEqual(['', 'anna@example.com']);
    expect(ann.page.url()).not.toContain('anna');
    expect(await kept()).toEqual([]);
  });
});
