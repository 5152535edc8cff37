import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type StageInput, startStage } from '../../support/stage.ts';
import { newPassword, newPerson } from '../../support/stories.ts';
import { connect } from '../browser.ts';
import { serveSite } from './site.ts';
import { visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connect();
});
afterAll(() => browser.close());

async function start(input: StageInput) {
  const system = await startStage(input);
  onTestFinished(() => system.close());
  const site = await serveSite(system.runtime.outputs);
  onTestFinished(() => site.close());
  const ann = await visit({ browser, url: site.url });
  onTestFinished(() => ann.close());
  return { system, ann };
}

describe('the page of a stage', () => {
  test('that confirms by a link waits for it to be followed', async () => {
    const { system, ann } = await start({
      signIn: { clientSecret: true },
      messages: {
        verifyBy: 'LINK',
        linkDomainPrefix: 'acme-test',
        texts: { verification: { subject: 'Confirm', email: '<p>{##Confirm your address##}</p>' } },
      },
    });
    const { username, email } = newPerson();
    const password = newPassword();
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    expect(await ann.page.getByLabel('Password').count()).toBe(0);
    await ann.press('Create account');
    await ann.screen('Confirm your address');
    await ann.press('Send another link');
    await ann.status('A new link is on its way. Only the newest one works.');
    const { body } = await system.message(email);
    const link = /href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await fetch(link)).status).toBe(200);
    // Anybody may have opened the link, so the password is chosen with a code.
    await ann.press('Choose a password');
    await ann.press('Send the code');
    await ann.screen('Choose a new password');
    await ann.fill('Code', (await system.message(email)).code ?? '');
    await ann.fill('New password', password);
    await ann.press('Set the password');
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
    await ann.fill('Password', password);
    await ann.press('Sign in');
    await ann.screen('Your account');
  });

  test('for the people of two domains, where only an administrator resets passwords, says so and offers no reset', async () => {
    const { ann } = await start({
      signUp: { emailDomains: ['example.com', 'example.net'] },
      signIn: { recovery: [] },
    });
    await ann.screen('Sign in');
    expect(await ann.page.getByRole('link', { name: 'Forgot your password?' }).count()).toBe(0);
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.screen('Create an account');
    await ann.page.getByText('An address of example.com or example.net').waitFor();
    await ann.fill('User name', newPerson().username);
    await ann.fill('E-mail', 'eve@example.org');
    await ann.fill('Password', newPassword());
    await ann.press('Create account');
    await ann.alert(/^Only e-mail addresses of example\.com.* may sign up\.$/);
    // The error is beside its field.
    await ann.page.getByRole('textbox', { name: 'E-mail' }).and(ann.page.locator('[aria-invalid=true]:focus')).waitFor();
    await ann.screen('Create an account');
  });

  test('whose users sign in only with an address of one domain shows both refusals at that field', async () => {
    const { ann } = await start({
      signUp: { modes: ['PASSWORD'], emailDomains: ['example.com'] },
      signIn: { names: ['EMAIL'] },
    });
    const { email } = newPerson();
    const field = ann.page.getByRole('textbox', { name: 'E-mail' });
    const signUp = async (address: string) => {
      await ann.page.getByRole('link', { name: 'Create an account' }).click();
      await field.fill(address);
      await ann.fill('Password', newPassword());
      await ann.press('Create account');
    };
    await signUp('eve@example.org');
    await ann.alert(/^Only e-mail addresses of example\.com may sign up\.$/);
    await field.and(ann.page.locator('[aria-invalid=true]:focus')).waitFor();
    await ann.page.getByRole('link', { name: 'Sign in' }).click();
    await signUp(email);
    await ann.screen('Confirm your address');
    await ann.page.getByRole('link', { name: 'Back to the sign-in' }).click();
    await signUp(email);
    await ann.alert('This e-mail is taken.');
    await field.and(ann.page.locator('[aria-invalid=true]:focus')).waitFor();
  });

  test('of two languages sends its mail in that of the reader', async () => {
    const words = (name: string) => ({ subject: name, email: `${name}: {####}`, sms: `${name}: {####}` });
    const { system, ann } = await start({
      messages: {
        ses: { from: 'no-reply@example.com', region: 'eu-central-1' },
        languages: { 'en-US': { verification: words('Howdy') }, de: { verification: words('Bestätigen') } },
      },
    });
    const { username, email } = newPerson();
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.fill('Password', newPassword());
    await ann.press('Create account');
    await ann.screen('Confirm your address');
    expect(await ann.page.evaluate('navigator.language')).toBe('en-US');
    expect((await system.message(email)).subject).toBe('Howdy');
  });
});
