import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConfirmedPerson, confirmedPerson } from '../../../clients/people.ts';
import { newPassword, newPerson } from '../../../support/stories.ts';
import { picture } from '../screenshots.ts';
import type { Visit } from '../visit.ts';
import { type AdminStage, startAdminStage } from './stage.ts';

/** All of them in turn: test/resolvers/administration/ten-thousand-users.test.ts. */
const pagesRead = 10;

let stage: AdminStage;

beforeAll(async () => {
  stage = await startAdminStage();
});
afterAll(() => stage?.close());

/** An administrator at the list of users. */
async function administering(boss?: ConfirmedPerson): Promise<{ ann: Visit; boss: ConfirmedPerson }> {
  const person = boss ?? (await stage.administrator());
  const ann = await stage.signedIn(person);
  await ann.page.getByRole('link', { name: 'Administration' }).click();
  await region(ann, 'All users').getByRole('listitem').first().waitFor();
  return { ann, boss: person };
}

const region = (ann: Visit, name: string) => ann.page.getByRole('region', { name });
const heading = (ann: Visit, name: string) => ann.page.getByRole('heading', { name });

/** Opens the page of a user by looking for their name. */
async function find(ann: Visit, username: string): Promise<void> {
  await ann.page.getByLabel('Begins with').fill(username);
  await ann.press('Find');
  await region(ann, 'Matching users').getByRole('link', { name: username, exact: true }).click();
  await ann.page.getByRole('heading', { level: 1, name: username }).waitFor();
  await region(ann, 'The user').waitFor();
}

/** Presses a button that opens a dialog, and the one in it that does what it says. */
async function act(ann: Visit, name: string, confirm = name): Promise<void> {
  await ann.page.getByRole('button', { name, exact: true }).click();
  await ann.page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
}

async function noWiderThan(ann: Visit, width: number): Promise<void> {
  const before = ann.page.viewportSize();
  await ann.page.setViewportSize({ width, height: 900 });
  expect(await ann.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  if (before) await ann.page.setViewportSize(before);
}

describe('somebody who is no administrator', () => {
  test('sees no way there, and the refusal; once they are one, they sign in again', async () => {
    const person = await confirmedPerson(stage.system);
    const ann = await stage.signedIn(person);
    const link = ann.page.getByRole('link', { name: 'Administration' });
    expect(await link.count()).toBe(0);
    await stage.pool('AdminAddUserToGroup', { Username: person.username, GroupName: 'admin' });
    await ann.page.evaluate("location.hash = '#/admin/users/crowd-00001'");
    await ann.screen('For administrators only');
    await ann.alert(`This sign-in is not in the group “admin”, so the API refuses everything on this page.`);
    await region(ann, 'The user').waitFor({ state: 'detached' });
    await ann.page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await ann.fill('Password', person.password);
    await ann.press('Sign in');
    await link.waitFor();
    await ann.page.getByRole('heading', { level: 1, name: 'crowd-00001' }).waitFor();
  });

  test('because they have just ceased to be one, is told so by the API', async () => {
    const { ann, boss } = await administering();
    await stage.pool('AdminRemoveUserFromGroup', { Username: boss.username, GroupName: 'admin' });
    await ann.press('Next page');
    await ann.alert('Only administrators may do this.');
    await ann.screen('Users');
  });
});

describe('ten thousand users', () => {
  test('are paged through, each shown once, and found by an address and a state; a look at one leads back to its page', async () => {
    const { ann } = await administering();
    await ann.screen('Users');
    await noWiderThan(ann, 768);
    await picture(ann.page, 'admin-users', ['desktop-light', 'phone-dark']);
    const list = region(ann, 'All users');
    await ann.press('Next page');
    await ann.page.getByText('Page 2').waitFor();
    await heading(ann, 'All users').and(ann.page.locator(':focus')).waitFor();
    const somebody = list.getByRole('link').first();
    const name = (await somebody.textContent()) ?? '';
    await somebody.click();
    await region(ann, 'The user').waitFor();
    await ann.page.goBack();
    await ann.page.getByText('Page 2').waitFor();
    await list.getByRole('link', { name, exact: true }).waitFor();
    await ann.press('Previous page');
    await ann.page.getByText('Page 1').waitFor();
    const shown = await ann.page.evaluate<string[]>(`(async () => {
      const found = [];
      const section = document.querySelector('#found').closest('section');
      const button = () => [...section.querySelectorAll('button')].find(({ textContent }) => textContent === 'Next page');
      for (let number = 1; number <= ${pagesRead}; number += 1) {
        while (section.querySelector('[role=status]')?.textContent !== 'Page ' + number) await new Promise(requestAnimationFrame);
        found.push(...[...section.querySelectorAll('li > span > a')].map(({ textContent }) => textContent));
        button().click();
      }
      return found;
    })()`);
    expect(new Set(shown).size).toBe(pagesRead * 60);

    await stage.pool('AdminDisableUser', { Username: 'crowd-07777' });
    await ann.page.getByLabel('Find by').selectOption('E-mail');
    await ann.page.getByLabel('Begins with').fill('crowd-0999');
    await ann.press('Find');
    const found = region(ann, 'Matching users').getByRole('listitem');
    await expect.poll(() => found.count()).toBe(10);
    await ann.page.getByLabel('Find by').selectOption('State');
    await ann.page.getByLabel('State', { exact: true }).selectOption('Disabled');
    await ann.press('Find');
    await expect.poll(() => found.allTextContents()).toEqual([expect.stringMatching(/^crowd-07777.*Disabled/)]);
    await ann.page.getByLabel('Find by').selectOption('Name');
    await ann.page.getByLabel('Begins with').fill('Nobody "at all"');
    await ann.press('Find');
    await ann.page.getByText('No user matches.').waitFor();
  });
});

describe('a user', () => {
  test('is disabled and enabled by the keyboard alone; each act says before what it does, and stands in the history', async () => {
    const { ann } = await administering();
    const person = await confirmedPerson(stage.system);
    await find(ann, person.username);
    await ann.screen(person.username);
    await noWiderThan(ann, 768);
    await picture(ann.page, 'admin-user', ['desktop-light', 'phone-dark']);
    const user = region(ann, 'The user');
    await user.getByText('Active. Can sign in.').waitFor();
    await user.getByText(`${person.email}, verified`).waitFor();
    const { keyboard } = ann.page;

    await ann.tabTo(ann.page.getByRole('button', { name: 'Disable', exact: true }));
    await keyboard.press('Enter');
    const dialog = await ann.dialog(`Disable: ${person.username}`);
    await dialog.getByText('They cannot sign in until an administrator enables the account').waitFor();
    await keyboard.press('Escape');
    await ann.page.getByRole('button', { name: 'Disable', exact: true }).and(ann.page.locator(':focus')).waitFor();
    await user.getByText('Active.').waitFor();
    await keyboard.press('Enter');
    await ann.tabTo(dialog.getByRole('button', { name: 'Disable' }));
    await keyboard.press('Enter');
    await ann.status('The account is disabled.');
    await user.getByText('Disabled.').waitFor();
    // The button is gone, and the focus with it: it is where the section begins.
    await heading(ann, 'What you can do').and(ann.page.locator(':focus')).waitFor();
    const history = region(ann, 'What has happened').getByRole('listitem');
    await history.filter({ hasText: 'The account was disabled' }).getByRole('link', { name: 'an administrator' }).waitFor();

    await ann.tabTo(ann.page.getByRole('button', { name: 'Enable', exact: true }));
    await keyboard.press('Enter');
    await ann.tabTo(ann.page.getByRole('dialog').getByRole('button', { name: 'Enable' }));
    await keyboard.press('Enter');
    await ann.status('The account is enabled.');
    await user.getByText('Active.').waitFor();
  });

  test('gets a temporary password after the administrator has proved who they are; sessions end one by one or all', async () => {
    const { ann, boss } = await administering();
    const person = await confirmedPerson(stage.system);
    await stage.signedIn(person);
    await stage.signedIn(person);
    await find(ann, person.username);
    const sessions = region(ann, 'Sessions and devices');
    await sessions.getByRole('button').first().click();
    await ann.page.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
    await ann.status('The session is ended.');
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
    await act(ann, 'Sign out everywhere');
    await ann.status('The user is signed out everywhere.');
    await sessions.getByText('The user is signed in nowhere.').waitFor();

    await stage.minutesLater(11);
    await ann.press('Set a temporary password');
    await ann.dialog(`Set a temporary password: ${person.username}`);
    await ann.fill('Temporary password', newPassword());
    await ann.page.getByRole('dialog').getByRole('button', { name: 'Set a temporary password' }).click();
    await ann.dialog('Confirm that it is you');
    await ann.fill('Your password', boss.password);
    await ann.press('Confirm');
    await ann.status('The temporary password is set.');
    await region(ann, 'The user').getByText('Must choose a password.').waitFor();
  });

  test('is invited, invited again, given another address, and deleted', async () => {
    const { ann } = await administering();
    const { username, email } = newPerson();
    await ann.page.getByRole('link', { name: 'Invite a user' }).click();
    await ann.screen('Invite a user');
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.press('Send the invitation');
    await ann.page.getByRole('heading', { level: 1, name: username }).waitFor();
    await ann.status('The invitation was sent.');
    await region(ann, 'The user').getByText('Must choose a password.').waitFor();
    await act(ann, 'Invite again');
    await ann.status('The invitation was sent.');
    expect((await stage.system.messages(email)).length).toBe(2);

    await ann.press('Change the e-mail address');
    await ann.fill('E-mail', `new-${email}`);
    await ann.page.getByRole('dialog').getByRole('button', { name: 'Change the e-mail address' }).click();
    await ann.status('The address is changed.');
    await region(ann, 'The user').getByText(`new-${email}, verified`).waitFor();
    await act(ann, 'Delete');
    await ann.status('The account is deleted.');
    await ann.page.getByLabel('Begins with').fill(username);
    await ann.press('Find');
    await ann.page.getByText('No user matches.').waitFor();
  });
});

test('a group is created, described, joined, left and deleted', async () => {
  const { ann } = await administering();
  const person = await confirmedPerson(stage.system);
  await ann.page.getByRole('link', { name: 'Groups' }).click();
  await ann.screen('Groups');
  await ann.fill('Name', 'editors');
  await ann.press('Create the group');
  await ann.status('The group editors is created.');
  await ann.screen('Group editors');
  await ann.fill('Description', 'They write.');
  await ann.press('Save');
  await ann.status('The group is saved.');

  await ann.page.getByRole('link', { name: 'Users', exact: true }).click();
  await find(ann, person.username);
  await ann.press('Add to a group');
  await ann.fill('Group', 'no such group');
  const dialog = ann.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add to a group' }).click();
  await ann.alert(/group/i);
  await ann.fill('Group', 'editors');
  await dialog.getByRole('button', { name: 'Add to a group' }).click();
  await ann.status('The user is in the group.');
  await region(ann, 'Groups').getByRole('link', { name: 'editors' }).click();
  await region(ann, 'Members').getByRole('link', { name: person.username, exact: true }).click();
  await act(ann, 'Remove from the group editors', 'Remove from editors');
  await ann.status('The user is no longer in the group editors.');
  await region(ann, 'Groups').getByText('The user is in no group.').waitFor();
  await heading(ann, 'Groups').and(ann.page.locator(':focus')).waitFor();

  await ann.page.getByRole('link', { name: 'Groups' }).click();
  await region(ann, 'All groups').getByText('They write.').waitFor();
  await region(ann, 'All groups').getByRole('link', { name: 'admin' }).click();
  await ann.page.getByText('It belongs to the deployment and cannot be deleted here.').waitFor();
  await ann.page.getByRole('link', { name: 'Groups' }).click();
  await region(ann, 'All groups').getByRole('link', { name: 'editors' }).click();
  await ann.page.getByLabel('Description').and(ann.page.locator('[value="They write."]')).waitFor();
  await act(ann, 'Delete the group');
  await ann.status('The group editors is deleted.');
  await region(ann, 'All groups').getByRole('link', { name: 'editors' }).waitFor({ state: 'detached' });
});

test('the last administrator is told before they lock themself out', async () => {
  const others = (await stage.pool('ListUsersInGroup', { GroupName: 'admin' })) as { Users: { Username: string }[] };
  const { ann, boss } = await administering();
  for (const { Username } of others.Users) await stage.pool('AdminRemoveUserFromGroup', { Username, GroupName: 'admin' });
  await find(ann, boss.username);
  await ann.press('Disable');
  const dialog = ann.page.getByRole('dialog');
  await dialog.getByText('This is your own account.').waitFor();
  await dialog.getByRole('button', { name: 'Disable' }).press('Enter');
  await ann.alert('You are the last administrator. Afterwards nobody can administer users here');
  await ann.dialog(`Disable: ${boss.username}`);
  await dialog.getByRole('button', { name: 'Disable anyway' }).waitFor();
  // Pressing Enter again asks again.
  await dialog.getByRole('button', { name: 'Disable', exact: true }).and(ann.page.locator(':focus')).waitFor();
  await ann.press('Cancel');
  await region(ann, 'The user').getByText('Active.').waitFor();

  await act(ann, 'Remove from the group admin', 'Remove from admin');
  await ann.alert('You are the last administrator.');
  await ann.press('Remove from admin anyway');
  await ann.status('The user is no longer in the group admin.');
  await ann.page.getByRole('link', { name: 'Users', exact: true }).click();
  await ann.alert('Only administrators may do this.');
});
