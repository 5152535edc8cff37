import { describe, expect, test } from 'vitest';
import { SignUpDocument } from '../../../../examples/generated/operations.ts';
import { remove } from '../../../support/local/trigger-stage.ts';
import { succeeded } from '../../../support/send.ts';
import { synthesiseStage } from '../../../support/stage.ts';
import { newPassword, newPerson } from '../../../support/stories.ts';
import type { Visit } from '../visit.ts';
import { codeIn, signIn, useStage } from './stage.ts';

// Somebody else has signed up with the address of a person, who now comes to the page.

const theirs = newPassword();
const mine = newPassword();

const notTaken = /^Incorrect/;

describe('where the address is the user name', () => {
  const stage = useStage(() => synthesiseStage({ signIn: { names: ['EMAIL'] }, signUp: { modes: ['PASSWORD'] } }), remove);

  test('the page says that it is taken and what to do, and the password of whoever answers the code counts', async () => {
    const { system, open } = stage();
    const { email } = newPerson();
    succeeded(await system.send(SignUpDocument, { input: { username: email, password: theirs } }));

    const me = await open();
    await me.page.getByRole('link', { name: 'Create an account' }).click();
    await me.screen('Create an account');
    await me.fill('E-mail', email);
    await me.fill('Password', mine);
    await me.press('Create account');
    await me.alert('This e-mail is taken.');
    await me.screen('Create an account');
    await me.page.getByRole('link', { name: 'confirm it with a code' }).click();
    await me.screen('Confirm your address');
    await me.page.getByText(email).first().waitFor();
    await me.fill('Password', mine);
    await me.press('Send another code');
    await me.status('A new code is on its way. Only the newest one works.');
    await me.fill('Code', await codeIn(stage(), email));
    await me.status('Your address is confirmed.');
    await me.screen('Sign in');

    await refusesTheirs(await open(), 'E-mail', email);
    await me.fill('Password', mine);
    await me.press('Sign in');
    await me.screen('Your account');
  });
});

describe('where people have user names', () => {
  const stage = useStage(() => synthesiseStage({ signUp: { modes: ['PASSWORD'] } }), remove);

  test('the owner of the address notices nothing, and the password of the other sign-up opens nothing', async () => {
    const { system, open } = stage();
    const [{ username: thief }, { username, email }] = [newPerson(), newPerson()];
    succeeded(await system.send(SignUpDocument, { input: { username: thief, email, password: theirs } }));

    const me = await open();
    await me.page.getByRole('link', { name: 'Create an account' }).click();
    await me.fill('User name', username);
    await me.fill('E-mail', email);
    await me.fill('Password', mine);
    await me.press('Create account');
    await me.screen('Confirm your address');
    await me.fill('Code', await codeIn(stage(), email));
    await me.screen('Sign in');
    await signIn(me, username, mine);
    await me.screen('Your account');

    await refusesTheirs(await open(), 'User name or e-mail', email);
    await me.press('Sign out');
    await me.screen('Sign in');
    await signIn(me, email, mine);
    await me.screen('Your account');
  });
});

async function refusesTheirs(thief: Visit, label: string, email: string): Promise<void> {
  await thief.fill(label, email);
  await thief.fill('Password', theirs);
  await thief.press('Sign in');
  await thief.alert(notTaken);
  await thief.screen('Sign in');
  expect(await thief.page.getByText(email).count()).toBe(0);
}
