import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfirmSignUpDocument, SignUpDocument } from '../../../../examples/generated/operations.ts';
import { remove } from '../../../support/local/trigger-stage.ts';
import { succeeded } from '../../../support/send.ts';
import { synthesiseStage } from '../../../support/stage.ts';
import { newPassword, newPerson, type Person } from '../../../support/stories.ts';
import type { Visit } from '../visit.ts';
import { codeIn, useStage } from './stage.ts';

// On a laptop a box to tick stands in for the provider's captcha, and the local runtime for its verifier.

const stage = useStage(
  () =>
    synthesiseStage({
      signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
      protection: { captcha: { kind: 'TURNSTILE', siteKey: '1x00000000000000000000AA' } },
    }),
  remove,
);

const slot = ({ page }: Visit) => page.getByRole('group', { name: 'Captcha' });
const tick = ({ page }: Visit) => page.getByRole('checkbox', { name: /I am a person/ });
const told = 'Solve the captcha, then try again.';

test('by the keyboard alone, somebody forgets it at the sign-up, is led to it, solves it, and another one for another code', async () => {
  const ann = await stage().open();
  const { keyboard } = ann.page;
  const { username, email } = newPerson();
  await ann.page.getByRole('link', { name: 'Create an account' }).click();
  await ann.screen('Create an account');
  await ann.fill('User name', username);
  await ann.fill('E-mail', email);
  await ann.fill('Password', newPassword());
  await keyboard.press('Enter');
  await ann.alert(told);
  await ann.screen('Create an account');
  await slot(ann).and(ann.page.locator(':focus')).waitFor();
  expect(await stage().system.messages(email)).toEqual([]);
  await ann.tabTo(tick(ann));
  await keyboard.press('Space');
  await ann.tabTo(ann.page.getByRole('button', { name: 'Create account' }));
  await keyboard.press('Enter');
  await ann.screen('Confirm your address');

  const another = ann.page.getByRole('button', { name: 'Send another code' });
  await ann.tabTo(another);
  await keyboard.press('Enter');
  await ann.status('Solve the captcha, then send again.');
  await ann.screen('Confirm your address');
  await keyboard.press('Shift+Tab');
  await tick(ann).and(ann.page.locator(':focus')).waitFor();
  await keyboard.press('Space');
  await ann.tabTo(another);
  await keyboard.press('Enter');
  await ann.status('A new code is on its way. Only the newest one works.');
  expect(await stage().system.messages(email)).toHaveLength(2);
  await ann.fill('Code', await codeIn(stage(), email));
  await ann.screen('Your account');
});

test('a token that was used before is refused in words, and a new one is asked for', async () => {
  const { username } = await confirmed();
  const ann = await stage().open();
  await ann.page.evaluate("crypto.randomUUID = () => '00000000-0000-4000-8000-000000000000'");
  await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
  await ann.fill('User name or e-mail', username);
  await tick(ann).check();
  await ann.press('Send the code');
  await ann.screen('Choose a new password');
  await ann.page.getByRole('link', { name: 'Back to the sign-in' }).click();
  await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
  await tick(ann).check();
  await ann.press('Send the code');
  await ann.alert(told);
  await ann.screen('Forgot your password?');
  expect(await tick(ann).isChecked()).toBe(false);
  expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
  await ann.page.evaluate('delete crypto.randomUUID');
  await tick(ann).check();
  await ann.press('Send the code');
  await ann.screen('Choose a new password');
});

test('a sign-in by a code asks for one, also for another code, and one with a password asks for none', async () => {
  const { username, email, password } = await confirmed();
  const ann = await stage().open();
  await ann.fill('User name or e-mail', username);
  await ann.press('E-mail a code');
  await ann.alert(told);
  await tick(ann).check();
  await ann.press('E-mail a code');
  await ann.screen('Enter the code we e-mailed');
  await ann.press('Send another code');
  await ann.status('Solve the captcha, then send again.');
  await tick(ann).check();
  await ann.press('Send another code');
  await ann.status('A new code is on its way. Only the newest one works.');
  await ann.fill('Code', await codeIn(stage(), email));
  await ann.press('Continue');
  await ann.screen('Your account');
  await ann.press('Sign out');
  await ann.screen('Sign in');
  await ann.fill('Password', password);
  await ann.press('Sign in');
  await ann.screen('Your account');
});

/** Somebody who has an account; the page's own sign-up is walked above. */
async function confirmed(): Promise<Person & { readonly password: string }> {
  const { send } = stage().system;
  const { username, email } = newPerson();
  const password = newPassword();
  const captchaToken = `laptop-${randomUUID()}`;
  succeeded(await send(SignUpDocument, { input: { username, email, password, captchaToken } }));
  succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: await codeIn(stage(), email) } }));
  return { username, email, password };
}
