import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { LoginDocument } from '../../../examples/generated/operations.ts';
import { type ConfirmedPerson, codeTo, confirmedPerson } from '../../clients/people.ts';
import { refused } from '../../support/send.ts';
import { newPassword } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { picture } from './screenshots.ts';
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

/** Somebody who has signed in at the account page. */
async function signedIn({ username, password }: ConfirmedPerson): Promise<Visit> {
  const ann = await visit({ browser, url: site.url });
  onTestFinished(() => ann.close());
  await ann.fill('User name or e-mail', username);
  await ann.fill('Password', password);
  await ann.press('Sign in');
  await ann.screen('Your account');
  return ann;
}

test('somebody who has moved changes their name and address, which counts when its code is entered', async () => {
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

test('somebody who leaves sees what they lose, proves who they are, and the account is gone', async () => {
  const person = await confirmedPerson(system);
  const ann = await signedIn(person);
  // By now the sign-in is not recent any more.
  system.advance(11 * 60_000);
  const { keyboard } = ann.page;
  await ann.press('Delete your account');
  const deletion = await ann.dialog('Delete your account for good?');
  await deletion.getByText(person.email).waitFor();
  await picture(ann.page, 'delete', ['desktop-light', 'phone-dark']);
  await ann.press('Delete my account');
  await ann.alert(/Fill in/);
  await ann.fill('Type “delete” to go on', 'delete');
  await ann.press('Delete my account');

  await ann.dialog('Confirm that it is you');
  await ann.page.getByLabel('Your password').and(ann.page.locator(':focus')).waitFor();
  await picture(ann.page, 'step-up', ['desktop-dark', 'phone-light']);
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
  await ann.fill('Code', await codeTo(system, person.email));
  await ann.press('Continue');

  await ann.screen('Sign in');
  await ann.status('Your account is deleted.');
  const gone = await system.send(LoginDocument, { input: { username: person.username, password: person.password } });
  expect(refused(gone).errorType).toBe('INVALID_CREDENTIALS');
});
