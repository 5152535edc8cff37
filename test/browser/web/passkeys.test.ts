import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type ConfirmedPerson, confirmedPerson } from '../../clients/people.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { addVirtualAuthenticator, type VirtualAuthenticator } from '../virtual-authenticator.ts';
import { picture } from './screenshots.ts';
import { type Site, serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let system: System;
let browser: Browser;
let site: Site;
let ann: Visit;
let device: VirtualAuthenticator;
let person: ConfirmedPerson;

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
  const opened = await visit({ browser, url: site.url });
  onTestFinished(() => opened.close());
  ann = opened;
  device = await addVirtualAuthenticator(ann.context, ann.page);
  person = await confirmedPerson(system);
  await ann.fill('User name or e-mail', person.username);
  await ann.fill('Password', person.password);
  await ann.press('Sign in');
  await ann.screen('Your account');
});

async function addPasskey(): Promise<void> {
  await ann.press('Add a passkey');
  await ann.status(`Next time ${person.username} can sign in with the passkey.`);
}

describe('the offer of a passkey', () => {
  test('is computed once, and remembered', async () => {
    await ann.page.getByRole('heading', { name: 'Sign in faster next time' }).waitFor();
    await picture(ann.page, 'offer', ['desktop-light', 'phone-dark']);
    await ann.press('Not now');
    await ann.page.getByRole('heading', { name: 'Passkeys', exact: true }).waitFor();
    await ann.screen('Your account');
    await ann.page.reload();
    await ann.page.getByRole('heading', { name: 'Passkeys', exact: true }).waitFor();
    expect(await ann.page.getByRole('heading', { name: 'Sign in faster next time' }).count()).toBe(0);
  });
});

describe('a passkey', () => {
  test('is added in the account, and signs in without a password', async () => {
    await addPasskey();
    const credentials = await device.passkeys();
    expect(credentials).toHaveLength(1);
    await ann.press('Sign out');
    await ann.screen('Sign in');
    await ann.press('Use a passkey');
    await ann.screen('Your account');
    await ann.press('Sign out');
    await ann.screen('Sign in');
    await ann.press('More ways');
    await ann.screen('Choose how to sign in');
    await ann.press('Passkey');
    await ann.screen('Your account');
  });

  test('is not added twice to one device', async () => {
    await addPasskey();
    await ann.press('Add a passkey');
    await ann.alert('This device already holds a passkey for your account.');
    await ann.screen('Your account');
  });

  test('that is not used can be asked for again, or replaced by another way', async () => {
    await addPasskey();
    await ann.press('Sign out');
    await ann.screen('Sign in');
    await device.setVerified(false);
    await ann.press('Use a passkey');
    await ann.alert('No passkey was used. You can try again, or choose another way.');
    await ann.screen('Use your passkey');
    await device.setVerified(true);
    await ann.press('Ask again');
    await ann.screen('Your account');
  });
});

describe('a second step', () => {
  beforeEach(async () => {
    await addPasskey();
    await ann.page.getByText(/While one is switched on, you cannot sign in with a code by e-mail or a passkey\.$/).waitFor();
    await ann.press('Set up an authenticator app');
    const secret = (await ann.page.locator('[data-secret]').textContent())?.replaceAll(' ', '') ?? '';
    await ann.fill('Code', appCode(secret));
    await ann.status('Your authenticator app is set up.');
  });

  test('makes a passkey useless, which is said, and no other is offered until it is off again', async () => {
    await ann.page.getByText('While a second step is switched on, a passkey does not sign you in here.').waitFor();
    expect(await ann.page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
    await ann.screen('Your account');
    await ann.press('Switch off Authenticator app');
    await ann.page.getByRole('button', { name: 'Add a passkey' }).waitFor();
    await ann.press('Sign out');
    await ann.press('Use a passkey');
    await ann.screen('Your account');
  });

  test.each([
    ['Use a passkey', 'You cannot sign in with a passkey: your account has a second step or no passkey.'],
    [
      'E-mail a code',
      'You cannot sign in with a code by e-mail: your account has a second step, no e-mail or a temporary password.',
    ],
  ])('is told as a reason where the name alone is not enough: %s', async (way, reason) => {
    await ann.press('Sign out');
    await ann.press(way);
    await ann.screen('Choose how to sign in');
    await ann.status(reason);
    await picture(ann.page, 'second-step', way === 'E-mail a code' ? ['phone-dark'] : []);
    await ann.press('Password');
    await ann.screen('Enter your password');
  });
});

describe('somebody without a passkey', () => {
  test('who asks for one is told', async () => {
    await ann.press('Sign out');
    await ann.press('Use a passkey');
    await ann.screen('Choose how to sign in');
    await ann.status('You cannot sign in with a passkey: your account has a second step or no passkey.');
    await ann.press('Code by e-mail');
    await ann.screen('Enter the code we e-mailed');
  });
});
