import { describe, expect, test } from 'vitest';
import { codeTo, confirmedPerson } from '../../../clients/people.ts';
import { appCode } from '../../../support/authenticator-app.ts';
import { newPassword, newPerson } from '../../../support/stories.ts';
import { addVirtualAuthenticator } from '../../virtual-authenticator.ts';
import { picture } from '../screenshots.ts';
import type { Visit } from '../visit.ts';
import { useFederation } from './stage.ts';

const elevenMinutes = 11 * 60_000;
const pictured = ['desktop-light', 'phone-dark'] as const;

const stage = useFederation();

const standsIn = ({ poolPage }: Visit, provider: string) => poolPage(`Stand-in for ${provider}`);
const elsewhere = ({ page }: Visit) => page.getByRole('region', { name: 'Accounts elsewhere' });

/** Signs out here and at the domain. */
async function signOut({ page, press, screen }: Visit): Promise<void> {
  await Promise.all([page.waitForEvent('load'), press('Sign out')]);
  await screen('Sign in');
}

/** Makes somebody up at a stand-in. */
async function become({ page, press }: Visit, email: string): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await press('Sign in as this person');
}

describe('the buttons of the providers', () => {
  test("lead to a company's directory and back, and to its refusal", async () => {
    const kay = await stage().somebody();
    await kay.screen('Sign in');
    await picture(kay.page, 'sign-in-providers', pictured, true);
    await kay.press('Continue with Acme staff');
    await kay.page.getByRole('link', { name: 'nobody' }).click();
    await kay.alert('Acme staff did not sign you in');
    await kay.page.getByText('Acme does not know you.').waitFor();
    await kay.screen('You are not signed in');
    await kay.press('Continue with Acme staff');
    await kay.page.getByRole('link', { name: 'kay' }).click();
    await kay.screen('Your account');
    expect(kay.page.url()).toBe(stage().site.url);
    await elsewhere(kay).getByText('You sign in with Acme staff').waitFor();
    // The directory looks after these.
    expect(await kay.page.getByRole('region', { name: 'Password' }).count()).toBe(0);
    const profile = kay.page.getByRole('region', { name: 'Profile' });
    await profile.getByText('kay@acme.example (verified)').waitFor();
    expect(await profile.getByRole('button', { name: /e-mail/i }).count()).toBe(0);
    expect(await profile.getByText('Groups').count()).toBe(0);
  });

  test('lead to Google; who cancels there is told so', async () => {
    const ada = await stage().somebody();
    await ada.press('Continue with Google');
    await standsIn(ada, 'Google');
    await picture(ada.page, 'stand-in', pictured, true);
    await ada.press('Cancel, as the user');
    await ada.alert('Google did not sign you in: you cancelled there, or it refused.');
    await ada.press('Other ways to sign in');
    await ada.screen('Sign in');
    await ada.press('Continue with Google');
    await standsIn(ada, 'Google');
    await ada.page.getByRole('button', { name: /^Ada Lovelace/ }).click();
    await ada.screen('Your account');
  });

  test('lead to a directory with SAML and, after a sign-out, to its question again; it is then offered first', async () => {
    const grace = await stage().somebody();
    await grace.press('Continue with Acme directory');
    await standsIn(grace, 'AcmeDirectory');
    await grace.page.getByRole('button', { name: /^Grace Hopper/ }).click();
    await grace.screen('Your account');
    await elsewhere(grace).getByText('You sign in with Acme directory').waitFor();
    await signOut(grace);
    await grace.page.getByText('Last time you continued with Acme directory.').waitFor();
    const offers = grace.page.getByRole('button', { name: /^Continue with/ });
    expect(await offers.allTextContents()).toEqual(
      ['Acme directory', 'Google', 'Acme staff'].map((name) => `Continue with ${name}`),
    );
    await grace.press('Continue with Acme directory');
    // The session at the domain would have answered instead.
    await standsIn(grace, 'AcmeDirectory');
  });
});

test("the pool's own pages, by the keyboard alone: sign-up, an app that must be set up, single sign-on, a forgotten password", {
  timeout: 120_000,
}, async () => {
  await stage().requireApp();
  const { username, email } = newPerson();
  const ann = await stage().somebody();
  const { page } = ann;
  const isReached = (role: 'button' | 'link', name: string) => ann.tabTo(page.getByRole(role, { name, exact: true }));
  const press = async (role: 'button' | 'link', name: string) => {
    await isReached(role, name);
    await page.keyboard.press('Enter');
  };
  /** Fills the fields in and submits the form as browsers do for whoever presses Enter in the last one. */
  const submit = async (fields: Readonly<Record<string, string>>) => {
    for (const [label, text] of Object.entries(fields)) {
      await ann.tabTo(page.getByLabel(label, { exact: true }));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    }
    await page.keyboard.press('Enter');
  };
  const name = 'User name or e-mail address';
  const atPool = `Continue at ${new URL(stage().system.runtime.outputs.CognitoEndpoint).host}`;

  await press('button', atPool);
  await ann.poolPage('Sign in');
  await picture(page, 'managed-login', pictured);
  await press('link', 'Create an account');
  await ann.poolPage('Create an account');
  const first = newPassword();
  await submit({ 'User name': username, 'E-mail address': email, Password: first });
  await ann.poolPage('Confirm your account');
  await submit({ Code: '000000' });
  await ann.alert('This code is not right.');
  await submit({ Code: await codeTo(stage().system, email) });
  await ann.status('Your account is confirmed. Sign in.');
  await ann.poolPage('Sign in');
  await submit({ [name]: username, Password: 'Wrong-horse-1' });
  await ann.alert('Incorrect username or password.');
  await ann.poolPage('Sign in');
  await submit({ [name]: username, Password: first });
  await ann.poolPage('Set up a second factor');
  const key = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await submit({ 'Code that the app shows': appCode(key, 0, stage().now()) });
  await ann.screen('Your account');
  await page.getByText(username, { exact: true }).first().waitFor();
  expect(page.url()).toBe(stage().site.url);

  // Another application, or this one without its storage: the domain still knows the browser, and shows no page.
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await ann.screen('Sign in');
  const domainPages: string[] = [];
  page.on('framenavigated', (frame) => domainPages.push(new URL(frame.url()).origin));
  await press('button', atPool);
  await ann.screen('Your account');
  expect(new Set(domainPages)).toEqual(new Set([new URL(stage().site.url).origin]));

  await signOut(ann);
  await press('button', atPool);
  await ann.poolPage('Sign in');
  await press('link', 'Forgot your password?');
  await ann.poolPage('Get a new password');
  await submit({ [name]: email });
  await ann.poolPage('Choose a new password');
  const code = await codeTo(stage().system, email);
  await submit({ Code: code, 'New password': 'short' });
  await ann.alert('This password is too short');
  const second = newPassword();
  await submit({ 'New password': second });
  await ann.status('Your password is changed. Sign in.');
  await ann.poolPage('Sign in');
  await submit({ [name]: email, Password: second });
  await ann.poolPage('Enter the code of your authenticator app');
  await submit({ Code: appCode(key, 1, stage().now()) });
  await ann.screen('Your account');
});

test("the pool's own pages take the passkey that was added to the account", async () => {
  const { username, password } = await confirmedPerson(stage().system);
  const ann = await stage().somebody();
  const device = await addVirtualAuthenticator(ann.context, ann.page);
  await ann.fill('User name or e-mail', username);
  await ann.fill('Password', password);
  await ann.press('Sign in');
  await ann.screen('Your account');
  await ann.press('Add a passkey');
  await ann.status('with the passkey.');
  await ann.press('Sign out');
  await ann.screen('Sign in');

  await ann.press(`Continue at ${new URL(stage().system.runtime.outputs.CognitoEndpoint).host}`);
  await ann.poolPage('Sign in');
  await ann.fill('User name or e-mail address', username);
  await ann.press('Use a passkey');
  await ann.poolPage('Use your passkey');
  await device.setVerified(false);
  await ann.press('Use the passkey');
  await ann.alert('The passkey was not used');
  await device.setVerified(true);
  await ann.press('Use the passkey');
  await ann.screen('Your account');
  await ann.page.getByText(username, { exact: true }).first().waitFor();
});

describe('an e-mail address that has an account', () => {
  test('is refused from a provider that is not trusted with it, in words', async () => {
    const { email } = await confirmedPerson(stage().system);
    stage().people.set('eve', { email, email_verified: true, name: 'Eve' });
    const eve = await stage().somebody();
    await eve.press('Continue with Acme staff');
    await eve.page.getByRole('link', { name: 'eve' }).click();
    await eve.alert('There is already an account with the e-mail address that Acme staff gave us.');
    await eve.page.getByText('sign in as you did before').waitFor();
    await eve.screen('You are not signed in');
  });

  test('is linked by one that is; the owner unlinks it, after a recent sign-in there', async () => {
    const { username, email } = await confirmedPerson(stage().system);
    const ann = await stage().somebody();
    await ann.press('Continue with Google');
    await standsIn(ann, 'Google');
    const subject = await ann.page.getByLabel('Identifier at the provider').inputValue();
    await become(ann, email);
    // The page began it once more by itself. A provider that knows the browser would not ask again.
    await standsIn(ann, 'Google');
    await ann.page.getByRole('button', { name: new RegExp(`^${email}`) }).click();
    await ann.screen('Your account');
    await ann.page.getByText(username, { exact: true }).first().waitFor();
    await elsewhere(ann).getByText(subject).waitFor();

    stage().advance(elevenMinutes);
    await ann.press('Unlink Google');
    await ann.dialog('Confirm that it is you');
    await ann.press('Continue with Google');
    await standsIn(ann, 'Google');
    await ann.page.getByRole('button', { name: new RegExp(`^${email}`) }).click();
    await ann.status('You have shown that it is you.');
    await ann.press('Unlink Google');
    await ann.status('Google no longer signs you in to this account.');
    await ann.screen('Your account');
    expect(await elsewhere(ann).count()).toBe(0);
  });
});

test("somebody else's answer signs in nobody: by the state, the code or the nonce; the address is clean at once", async () => {
  const eve = await stage().somebody();
  // She keeps the answers to herself: her page never sees them.
  const fromProvider = await new Promise<string>((resolve, reject) => {
    void eve.page.route('**/stand-in', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const answer = await route.fetch({ maxRedirects: 0 });
      resolve(new URL(answer.headers()['location'] ?? '', answer.url()).href);
      return route.fulfill({ status: 204 });
    });
    const choose = async (): Promise<void> => {
      await eve.press('Continue with Google');
      await standsIn(eve, 'Google');
      await eve.page.getByRole('button', { name: /^Alan Turing/ }).click();
    };
    choose().catch(reject);
  });

  const ann = await stage().somebody();
  // She has begun one of her own, and comes back with Eve's: to the pool, to the page, and with Eve's code in her own.
  await ann.press('Continue with Google');
  await standsIn(ann, 'Google');
  await ann.page.goto(fromProvider);
  await ann.poolPage('This sign-in cannot go on');
  const toPage = (await eve.context.request.get(fromProvider, { maxRedirects: 0 })).headers()['location'] ?? '';
  expect(toPage).toMatch(new RegExp(`^${stage().site.url}\\?.*code=`));
  await ann.page.goto(toPage);
  await ann.alert('This answer belongs to no sign-in that was begun in this tab.');
  await ann.screen('You are not signed in');
  expect(ann.page.url()).toBe(stage().site.url);

  await ann.press('Other ways to sign in');
  const [asked] = await Promise.all([ann.page.waitForRequest(/\/oauth2\/authorize/), ann.press('Continue with Google')]);
  await standsIn(ann, 'Google');
  const mixed = new URL(toPage);
  mixed.searchParams.set('state', new URL(asked.url()).searchParams.get('state') ?? '');
  await ann.page.goto(mixed.href);
  await ann.alert('The answer of Google has expired, or was used before.');
  await ann.screen('You are not signed in');

  await ann.page.route('**/oauth2/authorize?*', (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('nonce', 'of another sign-in');
    return route.continue({ url: url.href });
  });
  await ann.press('Continue with Google');
  await standsIn(ann, 'Google');
  await ann.page.getByRole('button', { name: /^Alan Turing/ }).click();
  await ann.alert('What Google answered belongs to another sign-in.');
  await ann.screen('You are not signed in');
});
