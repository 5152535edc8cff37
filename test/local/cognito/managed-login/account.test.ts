import { expect, test } from 'vitest';
import { Browser } from '../../../support/cognito/browser.ts';
import { createOAuthPool, redirected } from '../../../support/cognito/oauth.ts';
import { password } from '../../../support/cognito/pool.ts';

// With a secret, which the pages know and the browser does not.
const world = createOAuthPool({ GenerateSecret: true });
const email = 'grace@example.com';

test('a user signs up, confirms it with the newest code, and signs in', async () => {
  const browser = new Browser(world);
  await browser.open('/signup');
  await browser.submit('/signup', { username: 'grace', 'attribute.email': email, password: 'only lower case' });
  expect(browser.problem).toContain('Password');
  expect(browser.page).toContain(`value="${email}"`);
  await browser.submit('/signup', { username: 'grace', 'attribute.email': email, password });
  expect(browser.title).toBe('Confirm your account');
  const first = world.codeFor(email);
  await browser.submit('/resendcode', {});
  await browser.submit('/confirm', { code: first === '000000' ? '000001' : '000000' });
  expect(browser.problem).toBe('This code is not right.');
  await browser.submit('/confirm', { code: ` ${world.codeFor(email)} ` });
  expect(browser.title).toBe('Sign in');
  const { code } = redirected(await browser.submit('/login', { by: 'password', username: 'grace', password }));
  expect(code).toEqual(expect.any(String));
});

test('a user who signs in before the confirmation is asked for it', async () => {
  const browser = new Browser(world);
  await browser.open('/signup');
  await browser.submit('/signup', { username: 'early', 'attribute.email': 'early@example.com', password });
  await browser.open();
  await browser.submit('/login', { by: 'password', username: 'early', password });
  expect(browser.title).toBe('Confirm your account');
});

test('a forgotten password is replaced by a code', async () => {
  await world.confirmedUser('ada');
  const browser = new Browser(world);
  await browser.open('/forgotPassword');
  await browser.submit('/forgotPassword', { username: 'ada' });
  const code = world.codeFor('ada@example.com');
  await browser.submit('/confirmforgotPassword', { code, password: 'An0ther password!' });
  expect(browser.title).toBe('Sign in');
  await browser.submit('/login', { by: 'password', username: 'ada', password });
  expect(browser.problem).toBe('Incorrect username or password.');
  redirected(await browser.submit('/login', { by: 'password', username: 'ada', password: 'An0ther password!' }));
  expect(browser.urls.join(' ')).not.toContain(code);
});

test('an unknown user is told the same as a known one', async () => {
  const browser = new Browser(world);
  await browser.open('/forgotPassword');
  await browser.submit('/forgotPassword', { username: 'nobody' });
  expect(browser.title).toBe('Choose a new password');
});
