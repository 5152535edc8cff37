import { describe, expect, test } from 'vitest';
import { SignUpDocument } from '../../../../examples/generated/operations.ts';
import { codeTo, confirmedPerson } from '../../../clients/people.ts';
import { succeeded } from '../../../support/send.ts';
import { newPassword, newPerson } from '../../../support/stories.ts';
import { picture } from '../screenshots.ts';
import { signIn, useChanged } from './stage.ts';

describe('the dev stage', () => {
  const stage = useChanged({});

  test('shows a refusal without telling which was wrong, clears the password alone, and goes there', async () => {
    const { username } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    await signIn(ann, username, newPassword());
    await ann.alert('Incorrect user name, e-mail or password.');
    await ann.screen('Sign in');
    // Above the fields, where users see it.
    const refusal = await ann.page.locator('[data-code=INVALID_CREDENTIALS]').boundingBox();
    const field = await ann.page.getByLabel('User name or e-mail').boundingBox();
    expect(refusal?.y).toBeLessThan(field?.y ?? 0);
    const password = ann.page.getByLabel('Password', { exact: true });
    expect(await password.inputValue()).toBe('');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
    await password.and(ann.page.locator(':focus')).waitFor();
  });

  test('says that there were too many attempts, and waits for the next', async () => {
    const { username, password } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await signIn(ann, username, newPassword());
      await ann.page.locator('[data-code=INVALID_CREDENTIALS]').waitFor();
    }
    await signIn(ann, username, password);
    await ann.alert('Too many attempts. Wait before you try again.');
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
  });

  test('requires a password if the user chose that way', async () => {
    const ann = await stage().open();
    await ann.fill('User name or e-mail', 'ann');
    await ann.press('Sign in');
    await ann.alert('Enter your password.');
  });

  test('sends the password to nobody', async () => {
    const { email, password } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    const bodies: string[] = [];
    ann.page.on('request', (request) => bodies.push(`${request.url()} ${request.postData() ?? ''}`));
    await signIn(ann, email, password);
    await ann.screen('Your account');
    expect(bodies.some((body) => body.includes('passwordClaim'))).toBe(true);
    expect(bodies.join()).not.toContain(password);
  });

  test('SelectChallenge and PasswordSrpChallenge', async () => {
    const { username, password } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    await ann.fill('User name or e-mail', username);
    await ann.press('More ways');
    await ann.screen('Choose how to sign in');
    await ann.focusIsOnHeading();
    await picture(ann.page, 'choose', ['desktop-light', 'phone-dark']);
    await ann.press('Password');
    await ann.screen('Enter your password');
    await ann.fill('Password', newPassword());
    await ann.press('Sign in');
    // Cognito ends a sign-in after a wrong proof.
    await ann.alert('Incorrect user name, e-mail or password.');
    await ann.press('Sign in another way');
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
    await ann.press('More ways');
    await ann.press('Password');
    await ann.fill('Password', password);
    await ann.press('Sign in');
    await ann.screen('Your account');
  });

  test('EmailOtpChallenge as first factor, with a code that was sent again and pasted with spaces', async () => {
    const { username, email } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    await ann.fill('User name or e-mail', username);
    await ann.press('E-mail a code');
    await ann.screen('Enter the code we e-mailed');
    expect(await ann.page.getByText('u***@e***').count()).toBe(1);
    await ann.press('Send another code');
    await ann.status('A new code is on its way.');
    await ann.screen('Enter the code we e-mailed');
    const code = await codeTo(stage().system, email);
    await ann.fill('Code', `${code.slice(0, 4)} ${code.slice(4)} `);
    expect(await ann.page.getByRole('textbox', { name: 'Code' }).inputValue()).toBe(code);
    await ann.press('Continue');
    await ann.screen('Your account');
  });

  test('Back, amid a sign-in, goes to its beginning and keeps the name', async () => {
    const { username, email } = newPerson();
    const temporaryPassword = newPassword();
    succeeded(await stage().system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
    const ann = await stage().open();
    await signIn(ann, username, temporaryPassword);
    await ann.screen('Choose a password');
    await ann.page.goBack();
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
    await ann.fill('Password', temporaryPassword);
    await ann.press('Sign in');
    await ann.screen('Choose a password');
  });

  test('NewPasswordRequiredChallenge, with what the user lacks', async () => {
    const { username, email } = newPerson();
    const temporaryPassword = newPassword();
    succeeded(await stage().system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
    const ann = await stage().open();
    await signIn(ann, username, temporaryPassword);
    await ann.screen('Choose a password');
    await ann.fill('New password', newPassword());
    await ann.press('Save and sign in');
    await ann.screen('Your account');
  });

  test.each([
    ['DeviceSrpAuthChallenge', 'DEVICE_SRP_AUTH'],
    ['DevicePasswordVerifierChallenge', 'DEVICE_PASSWORD_VERIFIER'],
    ['ThumbChallenge', 'THUMB'],
  ])('%s is named, where the page cannot show it', async (typename, name) => {
    const { username, password } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    // The pool of this test never asks for these challenges, so the answers are replaced.
    await ann.page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation Login(')) return route.continue();
      const login = { __typename: typename, name, username, session: 'a session' };
      return route.fulfill({ json: { data: { login } } });
    });
    await signIn(ann, username, password);
    await ann.screen('This page cannot continue');
    await ann.alert(typename);
    await picture(ann.page, 'unknown', typename === 'ThumbChallenge' ? ['phone-light'] : []);
    await ann.press('Sign in another way');
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('User name or e-mail').inputValue()).toBe(username);
  });
});
