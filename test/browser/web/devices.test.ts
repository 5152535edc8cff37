import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { confirmedPerson } from '../../clients/people.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { type StageInput, startStage } from '../../support/stage.ts';
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
  const person = await confirmedPerson(system);
  const signIn = async (): Promise<void> => {
    await ann.fill('User name or e-mail', person.username);
    await ann.fill('Password', person.password);
    await ann.press('Sign in');
  };
  return { system, ann, person, signIn };
}

/** Sets up an authenticator app as the second step, and returns its secret. */
async function addApp({ page, press, fill, status }: Awaited<ReturnType<typeof visit>>): Promise<string> {
  await press('Set up an authenticator app');
  const secret = ((await page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
  await fill('Code', appCode(secret));
  await status('Your authenticator app is set up.');
  return secret;
}

const flows = ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'] as const;

describe.each(flows)('a device, with %s', (flow) => {
  test('that its user has remembered signs in without the second step, until it is forgotten', { timeout: 180_000 }, async () => {
    const { ann, signIn } = await start({ signIn: { flows: [flow], rememberDevices: 'ON_REQUEST' } });
    await signIn();
    await ann.screen('Your account');
    const secret = await addApp(ann);
    const devices = ann.page.getByRole('region', { name: 'Remembered devices' });
    const remember = devices.getByRole('button', { name: 'Remember this device' });
    await devices.getByText('this one').waitFor();
    // The user has not agreed yet, so the second step is required.
    await ann.press('Sign out');
    await ann.screen('Sign in');
    await signIn();
    await ann.screen('Enter the code of your app');
    await ann.fill('Code', appCode(secret, 1));
    await ann.screen('Your account');
    await remember.waitFor();
    expect(await devices.getByRole('listitem').count()).toBe(1);
    await remember.click();
    await ann.status('This device is remembered: the next sign-in here does without the second step.');
    expect(await remember.count()).toBe(0);
    await ann.screen('Your account');
    await ann.press('Sign out');
    await ann.screen('Sign in');
    await signIn();
    await ann.screen('Your account');

    await devices.getByRole('button', { name: /^Forget/ }).click();
    await ann.status('That device is forgotten.');
    await devices.getByText('No device is remembered.').waitFor();
    await ann.press('Sign out');
    await ann.screen('Sign in');
    await signIn();
    await ann.screen('Enter the code of your app');
  });
});

test('a session of a stage that knows every device is renewed, and a device that was forgotten elsewhere is a new one', {
  timeout: 180_000,
}, async () => {
  // With SRP, the page's clock would differ from the pool's.
  const { system, ann, signIn } = await start({
    signIn: { flows: ['USER_PASSWORD_AUTH'], rememberDevices: 'ALWAYS' },
    tokens: { accessMinutes: 5, idMinutes: 5 },
  });
  await signIn();
  await ann.screen('Your account');
  system.advance(6 * 60_000);
  const devices = ann.page.getByRole('region', { name: 'Remembered devices' });
  await devices.getByText('this one').waitFor();
  await ann.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await ann.press('Add name');
  await ann.fill('Name', 'Ann Other');
  await ann.press('Save');
  await ann.status('Your profile is saved.');
  // The browser's data is older than the account's.
  const kept = await ann.page.evaluate<string>('JSON.stringify(localStorage)');
  await devices.getByRole('button', { name: /^Forget/ }).click();
  await ann.status('That device is forgotten.');
  await ann.page.evaluate(`Object.assign(localStorage, ${kept})`);
  await ann.press('Sign out');
  await ann.screen('Sign in');
  await signIn();
  await ann.screen('Your account');
  await devices.getByText('this one').waitFor();
});
