import { describe, expect, test } from 'vitest';
import { ForgotPasswordDocument, LoginDocument } from '../../../../examples/generated/operations.ts';
import { confirmedPerson } from '../../../clients/people.ts';
import { remove } from '../../../support/local/trigger-stage.ts';
import { succeeded } from '../../../support/send.ts';
import { synthesiseStage } from '../../../support/stage.ts';
import { newPassword, newPerson } from '../../../support/stories.ts';
import type { Visit } from '../visit.ts';
import { signIn, useStage } from './stage.ts';

// What a person meets who has asked for messages too often, themselves or by somebody else's doing.

const stage = useStage(
  () =>
    synthesiseStage({
      signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
      protection: { messageLimits: { perAddressPerHour: 2, perCallerPerHour: null, perCallerPerDay: null } },
    }),
  remove,
);

const told = 'Too many messages were asked for. Try again later.';

const box = ({ page }: Visit, name: string) => page.getByRole('textbox', { name, exact: true });

async function refusedThere(ann: Visit, title: string): Promise<void> {
  await ann.alert(told);
  await ann.screen(title);
}

test('a sign-up says that it is too often, keeps what was typed, and sends nothing more', async () => {
  const ann = await stage().open();
  const { email } = newPerson();
  for (const username of [newPerson().username, newPerson().username]) {
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.fill('User name', username);
    await ann.fill('E-mail', email);
    await ann.fill('Password', newPassword());
    await ann.press('Create account');
    await ann.screen('Confirm your address');
    await ann.page.getByRole('link', { name: 'Back to the sign-in' }).click();
  }
  const [username, password] = [newPerson().username, newPassword()];
  await ann.page.getByRole('link', { name: 'Create an account' }).click();
  await ann.fill('User name', username);
  await ann.fill('E-mail', email);
  await ann.fill('Password', password);
  await ann.press('Create account');
  await refusedThere(ann, 'Create an account');
  expect([await box(ann, 'User name').inputValue(), await box(ann, 'E-mail').inputValue()]).toEqual([username, email]);
  expect(await ann.page.getByLabel('Password', { exact: true }).inputValue()).toBe(password);
  expect(await stage().system.messages(email)).toHaveLength(2);
});

describe('a forgotten password', () => {
  test.each(['somebody', 'nobody'])('of %s is told alike, and the name stays', async (who) => {
    const { system, open } = stage();
    const { username } = who === 'somebody' ? await confirmedPerson(system) : newPerson();
    const ann = await open();
    await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
    for (const _ of [1, 2]) {
      await ann.fill('User name or e-mail', username);
      await ann.press('Send the code');
      await ann.screen('Choose a new password');
      await ann.page.goBack();
      await ann.screen('Forgot your password?');
    }
    expect(await box(ann, 'User name or e-mail').inputValue()).toBe(username);
    await ann.press('Send the code');
    await refusedThere(ann, 'Forgot your password?');
    expect(await box(ann, 'User name or e-mail').inputValue()).toBe(username);
  });

  test('whose code is sent again too often still takes the code that has come', async () => {
    const { system, open } = stage();
    const { username, email } = await confirmedPerson(system);
    const password = newPassword();
    const ann = await open();
    await ann.fill('User name or e-mail', username);
    await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await ann.press('Send the code');
    await ann.screen('Choose a new password');
    // Somebody else asks in their name.
    succeeded(await system.send(ForgotPasswordDocument, { input: { username } }));
    await ann.fill('New password', password);
    await ann.press('Send another code');
    await ann.status(told);
    await ann.screen('Choose a new password');
    expect(await ann.page.locator('input[name=password]').inputValue()).toBe(password);
    await ann.fill('Code', (await system.message(email)).code ?? '');
    await ann.press('Set the password');
    await ann.screen('Sign in');
    await signIn(ann, username, password);
    await ann.screen('Your account');
  });
});

describe('a sign-in by a code', () => {
  test.each(['somebody', 'nobody'])('of %s is told alike, and the name stays', async (who) => {
    const { system, open } = stage();
    const { username } = who === 'somebody' ? await confirmedPerson(system) : newPerson();
    for (const _ of [1, 2])
      await system.send(LoginDocument, { input: { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });
    const ann = await open();
    await ann.fill('User name or e-mail', username);
    await ann.press('E-mail a code');
    await refusedThere(ann, 'Sign in');
    expect(await box(ann, 'User name or e-mail').inputValue()).toBe(username);
  });

  test('that is too often keeps nobody from their password', async () => {
    const { system, open } = stage();
    const { username, password } = await confirmedPerson(system);
    const ann = await open();
    for (const _ of [1, 2]) {
      await ann.fill('User name or e-mail', username);
      await ann.press('E-mail a code');
      await ann.screen('Enter the code we e-mailed');
      await ann.press('Sign in another way');
      await ann.screen('Sign in');
    }
    await ann.press('E-mail a code');
    await refusedThere(ann, 'Sign in');
    await signIn(ann, username, password);
    await ann.screen('Your account');
  });
});
