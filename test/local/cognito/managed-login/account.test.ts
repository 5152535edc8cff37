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

test('a name that is refused is told in the words of the page, even if it is made of words of refusals', async () => {
  const browser = new Browser(world);
  await browser.open('/signup');
  const username = "1 validation error detected: Value 'x' at 'password' ".repeat(100_000);
  await browser.submit('/signup', { username, 'attribute.email': email, password });
  expect(browser.problem).toBe('This user name is too short, too long, or has characters that are not allowed.');
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

type Way = (browser: Browser, username: string) => Promise<unknown>;

const submits =
  (path: '/login' | '/forgotPassword' | '/confirmforgotPassword', fields: Record<string, string>): Way =>
  async (browser, username) => {
    await browser.open(path);
    await browser.submit(path, { username, ...fields });
  };

test.each<[string, Way]>([
  ['a wrong password', submits('/login', { by: 'password', password: 'Wrong passw0rd!' })],
  ['a code by e-mail', submits('/login', { by: 'code' })],
  [
    'a wrong code by e-mail',
    async (browser, username) => {
      await submits('/login', { by: 'code' })(browser, username);
      await browser.submit('/login', { EMAIL_OTP_CODE: '0' });
    },
  ],
  ['a code for a new password', submits('/forgotPassword', {})],
  ['a wrong code for a new password', submits('/confirmforgotPassword', { code: '000000', password: 'An0ther password!' })],
  ['a password that breaks the rules', submits('/confirmforgotPassword', { code: '000000', password: 'x' })],
])('%s gets an unknown name the same page as a known one', async (_, way) => {
  const hiding = createOAuthPool(
    { GenerateSecret: true, PreventUserExistenceErrors: 'ENABLED', ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    {
      AliasAttributes: [],
      UsernameAttributes: ['email'],
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    },
  );
  await hiding.confirmedUser('someone@example.com', { email: 'someone@example.com', email_verified: 'true' });
  const shown = async (username: string) => {
    const browser = new Browser(hiding);
    await way(browser, username);
    return browser.page.replaceAll(username, 'NAME').replaceAll(/name="(token|session)" value="[^"]+"/g, '');
  };
  const [known, unknown] = [await shown('someone@example.com'), await shown('nowhere@example.com')];
  expect(unknown.replaceAll(/[a-z]\*\*\*/g, 's***')).toBe(known.replaceAll(/[a-z]\*\*\*/g, 's***'));
  expect(known).toMatch(/role="(?:alert|status)"|It was sent to/);
});

test('who has an account already is told where Cognito tells it: at the sign-up and its confirmation', async () => {
  const open = createOAuthPool({ PreventUserExistenceErrors: 'ENABLED' });
  await open.confirmedUser('someone');
  const browser = new Browser(open);
  await browser.open('/signup');
  await browser.submit('/signup', { username: 'someone', 'attribute.email': 'a@example.com', password });
  expect(browser.problem).toBe('User already exists');
  await browser.open('/confirm');
  await browser.submit('/confirm', { username: 'someone', code: '000000' });
  expect(browser.problem).toBe('User cannot be confirmed. Current status is CONFIRMED');
});
