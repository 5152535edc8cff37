import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfirmSignUpDocument, SignUpDocument } from '../../../../examples/generated/operations.ts';
import { confirmedPerson } from '../../../clients/people.ts';
import { appCode } from '../../../support/authenticator-app.ts';
import { allFactors } from '../../../support/cognito/mfa-pool.ts';
import { remove, synthesiseTriggers } from '../../../support/local/trigger-stage.ts';
import { succeeded } from '../../../support/send.ts';
import { newPassword, newPerson } from '../../../support/stories.ts';
import type { Visit } from '../visit.ts';
import { codeIn, signIn, useChanged, useStage } from './stage.ts';

describe('a pool without SRP', () => {
  const stage = useChanged({
    client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    config: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'] },
  });

  test('is sent the password', async () => {
    const { username, password } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    await signIn(ann, username, password);
    await ann.screen('Your account');
  });

  test('PasswordChallenge', async () => {
    const { username, password } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    await ann.fill('User name or e-mail', username);
    await ann.press('More ways');
    await ann.press('Password');
    await ann.screen('Enter your password');
    await ann.fill('Password', password);
    await ann.press('Sign in');
    await ann.screen('Your account');
  });
});

describe('a pool whose users sign in only with their address', () => {
  const stage = useChanged({
    pool: { UsernameAttributes: ['email'], AliasAttributes: undefined },
    config: { signInNames: ['EMAIL'], signUpModes: ['PASSWORD'] },
  });

  test('asks for the address alone, at the sign-up, at the sign-in and for a forgotten password', async () => {
    const { email } = newPerson();
    const password = newPassword();
    const ann = await stage().open();
    await ann.page.getByRole('link', { name: 'Create an account' }).click();
    await ann.screen('Create an account');
    expect(await ann.page.getByRole('textbox').count()).toBe(2);
    await ann.fill('E-mail', 'no address');
    await ann.press('Create account');
    expect(await ann.page.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
    await ann.fill('E-mail', email);
    await ann.fill('Password', password);
    await ann.press('Create account');
    await ann.screen('Confirm your address');
    await ann.fill('Code', await codeIn(stage(), email));
    await ann.screen('Your account');
    await ann.press('Sign out');
    await ann.screen('Sign in');
    expect(await ann.page.getByLabel('E-mail').inputValue()).toBe(email);
    await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
    expect(await ann.page.getByLabel('E-mail').inputValue()).toBe(email);
  });
});

describe('a pool with every factor', () => {
  const mfaTypes = ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'];
  const stage = useChanged({ pool: allFactors, config: { mfaTypes, firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] } });

  async function withNumber() {
    const { system } = stage();
    const { username, email } = newPerson();
    const phoneNumber = `+1555${randomInt(1_000_000, 9_999_999)}`;
    const password = newPassword();
    succeeded(await system.send(SignUpDocument, { input: { username, email, phoneNumber, password } }));
    const code = (await system.messages(email))[0]?.code ?? (await system.message(phoneNumber)).code ?? '';
    succeeded(await system.send(ConfirmSignUpDocument, { input: { username, password, code } }));
    return { username, email, phoneNumber, password };
  }

  test('SelectMfaTypeChallenge, SmsMfaChallenge and EmailOtpChallenge as second factors, switched on in the account', async () => {
    const { username, email, phoneNumber, password } = await withNumber();
    const ann = await stage().open();
    await signIn(ann, username, password);
    await ann.screen('Your account');
    await ann.press('Switch on: Text message');
    await ann.status('Your choice is saved.');
    await ann.press('Switch on: E-mail');
    await ann.page.getByRole('button', { name: 'Switch off E-mail' }).waitFor();
    await ann.screen('Your account');
    await ann.press('Sign out here');

    for (const [choice, screen, to] of [
      ['Text message', 'Enter the code we texted', phoneNumber],
      ['E-mail', 'Enter the code we e-mailed', email],
    ] as const) {
      await ann.screen('Sign in');
      await signIn(ann, username, password);
      await ann.screen('Choose a second step');
      await ann.press(choice);
      await ann.screen(screen);
      await ann.fill('Code', await codeIn(stage(), to));
      if (choice === 'E-mail') await ann.press('Continue');
      await ann.screen('Your account');
      await ann.press('Sign out here');
    }
    await ann.screen('Sign in');
    await signIn(ann, username, password);
    await ann.press('E-mail');
    await ann.screen('Enter the code we e-mailed');
    await ann.fill('Code', await codeIn(stage(), email));
    await ann.press('Continue');
    await ann.page.getByRole('button', { name: 'Ask for it first E-mail' }).click();
    await ann.page.getByText('asked first').waitFor();
    await ann.page.getByRole('button', { name: 'Switch off Text message' }).click();
    await ann.page.getByRole('button', { name: 'Switch on: Text message' }).waitFor();
  });

  test('SmsOtpChallenge', async () => {
    const { username, phoneNumber } = await withNumber();
    const ann = await stage().open();
    await ann.fill('User name or e-mail', username);
    await ann.press('Text a code');
    await ann.screen('Enter the code we texted');
    await ann.page.getByText(`+*******${phoneNumber.slice(-4)}`).waitFor();
    await ann.fill('Code', await codeIn(stage(), phoneNumber));
    await ann.press('Continue');
    await ann.screen('Your account');
  });
});

describe('a pool that requires a second factor', () => {
  const stage = useChanged({
    pool: {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      EmailConfiguration: allFactors.EmailConfiguration,
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
      WebAuthnRelyingPartyID: undefined,
      WebAuthnUserVerification: undefined,
    },
    config: { mfaMode: 'ON', mfaTypes: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], firstFactors: ['PASSWORD'] },
  });

  /** Without an address there is no factor to ask for. */
  async function withNothing(ann: Visit): Promise<{ username: string; password: string }> {
    const { username } = newPerson();
    const temporaryPassword = newPassword();
    const password = newPassword();
    succeeded(await stage().system.send(SignUpDocument, { input: { username, temporaryPassword } }));
    await signIn(ann, username, temporaryPassword);
    await ann.screen('Choose a password');
    await ann.fill('New password', password);
    await ann.press('Save and sign in');
    await ann.screen('Add a second step');
    await ann.focusIsOnHeading();
    return { username, password };
  }

  test('MfaSetupChallenge, by an app', async () => {
    const ann = await stage().open();
    const { username, password } = await withNothing(ann);
    await ann.press('Set up an authenticator app');
    await ann.page.getByRole('img', { name: /QR code/ }).waitFor();
    await ann.screen('Set up your app');
    const secret = (await ann.page.locator('[data-secret]').textContent())?.replaceAll(' ', '') ?? '';
    await ann.fill(
      'Code',
      appCode(secret).replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
    );
    await ann.alert(/code/i);
    await ann.screen('Set up your app');
    await ann.fill('Code', appCode(secret));
    await ann.press('Verify');
    await ann.screen('Your account');
    await ann.page.getByText('This site asks for a second step after your password.').waitFor();
    expect(await ann.page.getByRole('button', { name: /^Switch off/ }).count()).toBe(0);
    await ann.press('Sign out here');
    await ann.screen('Sign in');
    await signIn(ann, username, password);
    await ann.screen('Enter the code of your app');
    await ann.fill('Code', appCode(secret, 1));
    await ann.screen('Your account');
  });

  test('MfaSetupChallenge, by an address', async () => {
    const { email } = newPerson();
    const ann = await stage().open();
    await withNothing(ann);
    await ann.fill('Or have codes sent to an e-mail address', email);
    await ann.press('Use e-mail');
    await ann.screen('Enter the code we e-mailed');
    await ann.fill('Code', await codeIn(stage(), email));
    await ann.press('Continue');
    await ann.screen('Your account');
  });
});

describe('a deployment with its own challenge questions', () => {
  const stage = useStage(synthesiseTriggers, remove);

  test('CustomChallenge, twice when the first answer is wrong', async () => {
    const { username, email } = await confirmedPerson(stage().system);
    const ann = await stage().open();
    await ann.fill('User name or e-mail', username);
    await ann.press('Answer a question');
    await ann.screen('Answer the question');
    await ann.page.getByText('EMAIL', { exact: true }).waitFor();
    const code = await codeIn(stage(), email);
    await ann.fill('Your answer', code === '000000' ? '000001' : '000000');
    await ann.press('Continue');
    // The second question is a new screen with an empty field.
    await expect.poll(() => ann.page.getByLabel('Your answer').inputValue()).toBe('');
    await ann.fill('Your answer', code);
    await ann.press('Continue');
    await ann.screen('Your account');
  });
});
