import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { codeTo, confirmedPerson } from '../../clients/people.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { type StageInput, startStage } from '../../support/stage.ts';
import { connect } from '../browser.ts';
import { serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connect();
});
afterAll(() => browser.close());

/** A stage of its own, and somebody who is about to sign in at its page. */
async function start(input: StageInput) {
  const system = await startStage(input);
  onTestFinished(() => system.close());
  const site = await serveSite(system.runtime.outputs);
  onTestFinished(() => site.close());
  const ann = await visit({ browser, url: site.url });
  onTestFinished(() => ann.close());
  const person = await confirmedPerson(system);
  const signIn = async (): Promise<void> => {
    await ann.fill('User name or e-mail', person.username);
    await ann.fill('Password', person.password);
    await ann.press('Sign in');
  };
  return { system, ann, person, signIn };
}

/** Sets up an authenticator app, which is shown already. */
async function addApp({ page, fill }: Visit): Promise<string> {
  const secret = ((await page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
  await fill('Code', appCode(secret));
  return secret;
}

const elevenMinutes = 11 * 60_000;

const byPasswordOrCode: StageInput = {
  signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
  mfa: { recoveryCodes: true },
};

test('a dangerous operation asks for the second step if the stage sets a level, and then continues', {
  timeout: 180_000,
}, async () => {
  const { ann, person, signIn } = await start({
    signIn: { flows: ['USER_SRP_AUTH', 'USER_AUTH'], rememberDevices: 'ALWAYS' },
    mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA'], recoveryCodes: true },
    protection: { reauthentication: { acr: 'urn:cognito:loa:3' } },
  });
  await signIn();
  await ann.press('Set up an authenticator app');
  const secret = await addApp(ann);
  await ann.screen('Your account');
  await ann.press('Sign out');
  await ann.screen('Sign in');
  // Only seconds old, but with a remembered device instead of the second step.
  await signIn();
  await ann.screen('Your account');

  await ann.press('Make recovery codes');
  await ann.dialog('Confirm that it is you');
  // Typed straight away, by the keyboard alone.
  const { keyboard } = ann.page;
  await keyboard.type(person.password);
  await keyboard.press('Enter');
  await ann.dialog('Enter the code of your app');
  await keyboard.type(appCode(secret, 1));
  const codes = ann.page.getByRole('list', { name: 'Your recovery codes' });
  await codes.waitFor();
  expect(await codes.getByRole('listitem').count()).toBe(10);
  await ann.screen('Your account');
});

test('by the keyboard alone, the focus is where somebody types, on every step', { timeout: 180_000 }, async () => {
  const { system, ann, person, signIn } = await start(byPasswordOrCode);
  await signIn();
  await ann.screen('Your account');
  system.advance(elevenMinutes);

  const { page } = ann;
  const { keyboard } = page;
  const enter = async (name: string): Promise<void> => {
    await ann.tabTo(page.getByRole('dialog').getByRole('button', { name, exact: true }));
    await keyboard.press('Enter');
  };
  const focusOn = (label: string) => page.getByLabel(label, { exact: true }).and(page.locator(':focus')).waitFor();
  const otherThan = (code: string) => (code === '00000000' ? '00000001' : '00000000');

  await page.getByRole('button', { name: 'Make recovery codes' }).press('Enter');
  await ann.dialog('Confirm that it is you');
  await focusOn('Your password');
  await enter('More ways');
  // A choice asks for no typing: the heading says what it is about.
  const choice = await ann.dialog('Choose how to sign in');
  await choice.getByRole('heading', { name: 'Choose how to sign in' }).and(page.locator(':focus')).waitFor();
  await enter('Password');
  await ann.dialog('Enter your password');
  await focusOn('Password');
  await enter('Sign in another way');
  await ann.dialog('Confirm that it is you');
  await focusOn('Your password');

  await enter('E-mail a code');
  await ann.dialog('Enter the code we e-mailed');
  await focusOn('Code');
  await keyboard.type(otherThan(await codeTo(system, person.email)));
  await keyboard.press('Enter');
  await ann.alert(/code/i);
  await focusOn('Code');
  await enter('Send another code');
  // Said within the dialog: nobody hears or sees what is behind it.
  const said = page.getByRole('dialog').getByRole('status');
  await said.filter({ hasText: 'A new code is on its way.' }).waitFor();
  await focusOn('Code');
  expect(await page.getByRole('textbox', { name: 'Code' }).inputValue()).toBe('');
  await keyboard.type(await codeTo(system, person.email));
  await keyboard.press('Enter');
  await page.getByRole('list', { name: 'Your recovery codes' }).and(page.locator(':focus')).waitFor();
});

test('a user with a second step is offered no way that it has made useless', { timeout: 180_000 }, async () => {
  const { system, ann, signIn } = await start(byPasswordOrCode);
  await signIn();
  await ann.screen('Your account');
  await ann.press('Set up an authenticator app');
  await addApp(ann);
  await ann.status('Your authenticator app is set up.');
  system.advance(elevenMinutes);
  await ann.press('Make recovery codes');
  const dialog = await ann.dialog('Confirm that it is you');
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['Show your password', 'Confirm', 'Cancel']);
});
