import { text } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { LoginDocument } from '../../../examples/generated/operations.ts';
import { type ConfirmedPerson, codeTo, confirmedPerson } from '../../clients/people.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { refused } from '../../support/send.ts';
import { newPassword } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { type Site, serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let browser: Browser;
let site: Site;
let system: System;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), connect()]);
  site = await serveSite(system.runtime.outputs);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  await system?.close();
});

/** A user who has signed in at the account page. */
async function signedIn({ username, password }: ConfirmedPerson): Promise<Visit> {
  const ann = await visit({ browser, url: site.url });
  onTestFinished(() => ann.close());
  await ann.fill('User name or e-mail', username);
  await ann.fill('Password', password);
  await ann.press('Sign in');
  await ann.screen('Your account');
  return ann;
}

test('somebody with a new phone signs in with a recovery code, and sets up a second step anew', async () => {
  const person = await confirmedPerson(system);
  const ann = await signedIn(person);
  const { page } = ann;
  await ann.press('Set up an authenticator app');
  const secret = ((await page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
  await ann.fill('Code', appCode(secret));
  await ann.status('Your authenticator app is set up.');
  await ann.press('Make recovery codes');
  const codes = page.getByRole('list', { name: 'Your recovery codes' });
  await codes.and(page.locator(':focus')).waitFor();
  expect(await codes.getByRole('listitem').count()).toBe(10);
  await ann.screen('Your account');
  await ann.press('Copy');
  await ann.status('The codes are copied.');
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  const [download] = await Promise.all([page.waitForEvent('download'), ann.press('Download')]);
  expect(download.suggestedFilename()).toBe('recovery-codes.txt');
  expect(await text(await download.createReadStream())).toBe(`${copied}\n`);
  // What was just done stands in the activity at once.
  const activity = page.getByRole('region', { name: 'Recent activity' });
  await activity.getByText('Recovery codes were made').waitFor();
  await activity.getByText('A passkey or second step was added').waitFor();
  await ann.press('I have kept them');
  await page.getByRole('heading', { name: 'Recovery codes' }).and(page.locator(':focus')).waitFor();
  expect(await codes.count()).toBe(0);

  await ann.press('Sign out here');
  await ann.screen('Sign in');
  await ann.fill('Password', person.password);
  await ann.press('Sign in');
  await ann.screen('Enter the code of your app');
  await page.getByRole('link', { name: 'Use a recovery code' }).click();
  await ann.screen('Sign in with a recovery code');
  await ann.focusIsOnHeading();
  await ann.fill('Password', person.password);
  await ann.fill('Recovery code', 'no-such-code');
  await ann.press('Recover the account');
  await ann.alert('The password or the recovery code is wrong, or the code was used before.');
  await ann.fill('Password', person.password);
  await ann.fill('Recovery code', copied.split('\n')[0] ?? '');
  await ann.press('Recover the account');
  await ann.screen('Your account');
  await ann.status('Your second steps are switched off and your other sessions are ended. Set up a new second step now.');
  await page.getByText('You have 9 left').waitFor();
  await page.getByRole('region', { name: 'Recent activity' }).getByText('A recovery code was used').waitFor();
  await ann.page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
});

test('a user changes their name and address, and the address takes effect when its code is entered', async () => {
  const person = await confirmedPerson(system);
  const moved = `moved-${person.email}`;
  const ann = await signedIn(person);
  await ann.press('Add name');
  await ann.page.getByLabel('Name', { exact: true }).and(ann.page.locator(':focus')).waitFor();
  await ann.fill('Name', 'Ann Other');
  await ann.press('Save');
  await ann.status('Your profile is saved.');
  await ann.page.getByText('Ann Other').waitFor();

  await ann.press('Change e-mail');
  await ann.fill('New e-mail', moved);
  await ann.press('Send a code');
  await ann.page.getByText(`Until you enter it, ${person.email} stays.`).waitFor();
  await ann.screen('Your account');
  const wrong = (await codeTo(system, moved)) === '000000' ? '000001' : '000000';
  await ann.fill('Code', wrong);
  await ann.alert(/code/i);
  await ann.fill('Code', await codeTo(system, moved));
  await ann.press('Confirm');
  await ann.status('E-mail: your new one counts from now on.');
  await ann.page.getByText(`${moved} (verified)`).waitFor();
  await ann.page.getByRole('heading', { name: 'Profile' }).and(ann.page.locator(':focus')).waitFor();

  await ann.press('Sign out here');
  await ann.screen('Sign in');
  await ann.fill('User name or e-mail', moved);
  await ann.fill('Password', person.password);
  await ann.press('Sign in');
  await ann.screen('Your account');
});

test('the owner of a stolen laptop ends its session, changes the password, and the thief is out', async () => {
  const person = await confirmedPerson(system);
  const password = newPassword();
  const thief = await signedIn(person);
  const owner = await signedIn(person);
  const sessions = owner.page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect.poll(() => sessions.count()).toBe(2);
  await sessions.filter({ hasText: 'this one' }).filter({ hasText: 'Chrome on Linux' }).waitFor();
  expect(await sessions.first().getByRole('button').count()).toBe(0);
  await owner.screen('Your account');
  await sessions.getByRole('button', { name: /^End/ }).click();
  await owner.status('That session is ended.');
  await expect.poll(() => sessions.count()).toBe(1);
  await thief.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await thief.screen('Sign in');
  await thief.status('Your session was ended, here or on another device. Sign in again.');

  await owner.press('Change your password');
  await owner.fill('Current password', newPassword());
  await owner.fill('New password', password);
  await owner.press('Save the password');
  await owner.alert('This is not your current password.');
  await owner.screen('Your account');
  await owner.fill('Current password', person.password);
  await owner.press('Save the password');
  await owner.status('Your password is changed. You are signed out everywhere else.');
  await owner.page.getByRole('heading', { name: 'Password' }).and(owner.page.locator(':focus')).waitFor();
  const old = await system.send(LoginDocument, { input: { username: person.username, password: person.password } });
  expect(refused(old).errorType).toBe('INVALID_CREDENTIALS');
  await owner.page.reload();
  await owner.screen('Your account');
});

test('a user downloads their data, sees what they lose, proves who they are, and deletes the account', async () => {
  const person = await confirmedPerson(system);
  const ann = await signedIn(person);
  const [download] = await Promise.all([ann.page.waitForEvent('download'), ann.press('Download my data')]);
  expect(download.suggestedFilename()).toBe('my-data.json');
  expect(await text(await download.createReadStream())).toContain(person.email);
  // The sign-in is no longer recent.
  system.advance(11 * 60_000);
  const { keyboard } = ann.page;
  await ann.press('Delete your account');
  const deletion = await ann.dialog('Delete your account for good?');
  await deletion.getByText(person.email).waitFor();
  await ann.press('Delete my account');
  await ann.alert(/Fill in/);
  await ann.fill('Type “delete” to go on', 'delete');
  await ann.press('Delete my account');

  await ann.dialog('Confirm that it is you');
  await ann.page.getByLabel('Your password').and(ann.page.locator(':focus')).waitFor();
  await keyboard.press('Escape');
  await ann.alert('You did not confirm that it is you, so nothing was changed.');
  await ann.dialog('Delete your account for good?');
  await ann.page.getByRole('button', { name: 'Delete my account' }).press('Enter');
  await ann.dialog('Confirm that it is you');
  await keyboard.type(newPassword());
  await keyboard.press('Enter');
  await ann.alert('Incorrect password.');
  await ann.press('E-mail a code');
  await ann.dialog('Enter the code we e-mailed');
  await keyboard.type(await codeTo(system, person.email));
  await keyboard.press('Enter');

  await ann.screen('Sign in');
  await ann.status('Your account is deleted.');
  const gone = await system.send(LoginDocument, { input: { username: person.username, password: person.password } });
  expect(refused(gone).errorType).toBe('INVALID_CREDENTIALS');
});
