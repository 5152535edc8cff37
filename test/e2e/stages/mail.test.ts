import { describe, expect, onTestFinished, test } from 'vitest';
import {
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  LoginDocument,
  RespondToChallengeDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
} from '../../../examples/generated/operations.ts';
import type { Message } from '../../../local/data/message.ts';
import { refused, succeeded } from '../../support/send.ts';
import { type StageInput, startStage } from '../../support/stage.ts';
import { expectTokens, newPassword, newPerson } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

async function start(input: StageInput, entries: Readonly<Record<string, string>> = {}): Promise<System> {
  const system = await startStage(input, { entries });
  onTestFinished(() => system.close());
  return system;
}

const password = newPassword();

describe('the words of a stage', { tags: ['exhaustive'] }, () => {
  test('are in its mails', async () => {
    const { send, message } = await start({
      signUp: { modes: ['PASSWORD', 'INVITATION'] },
      messages: {
        texts: {
          verification: { subject: 'Welcome to Acme', email: '<b>{####}</b> proves that this address is yours.' },
          invitation: { subject: 'Come in', email: 'You are {username}, and {####} opens the door.' },
        },
      },
    });
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    const sent = await message(email);
    expect(sent).toMatchObject({ subject: 'Welcome to Acme', body: `<b>${sent.code}</b> proves that this address is yours.` });
    const guest = newPerson();
    succeeded(await send(SignUpDocument, { input: guest }));
    const invitation = await message(guest.email);
    expect(invitation).toMatchObject({
      subject: 'Come in',
      body: `You are ${guest.username}, and ${invitation.code} opens the door.`,
    });
  });
});

describe('a stage that sends by SES', { tags: ['exhaustive'] }, () => {
  test('has mail for a second factor, in its own words', async () => {
    const { send, message } = await start({
      mfa: { types: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
      signIn: { recovery: [] },
      messages: {
        ses: { from: 'login@mail.example.com', fromName: 'Acme', region: 'eu-west-1', verifiedDomain: 'example.com' },
        texts: { signIn: { subject: 'Sign in to Acme', email: 'Type {####}.' } },
      },
    });
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
    const { accessToken } = expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
    succeeded(await send(SetUserMfaPreferenceDocument, { input: { email: { enabled: true, preferred: true } } }, accessToken));
    const { login } = succeeded(await send(LoginDocument, { input: { username, password } }));
    if (login.__typename !== 'EmailOtpChallenge') throw new Error(`Expected a code by mail, got ${login.__typename}.`);
    const sent = await message(email);
    expect(sent).toMatchObject({ subject: 'Sign in to Acme', body: `Type ${sent.code}.` });
    const answer = { name: login.name, username, session: login.session, code: sent.code ?? '' };
    expectTokens(succeeded(await send(RespondToChallengeDocument, { input: answer })).respondToChallenge);
  });
});

describe('a stage whose own function sends', { tags: ['exhaustive'] }, () => {
  /** The next delivery; Cognito does not wait for the sender. */
  const nextDelivery = ({ runtime: { inbox } }: System): Promise<Message> =>
    new Promise((resolve, reject) => {
      const stop = inbox.onDelivery(() => {
        stop();
        const [newest] = inbox.messages();
        if (newest) resolve(newest);
        else reject(new Error('Nothing was delivered.'));
      });
    });

  test('has the code decrypted there, by a key of the stage, and sent in words of its own', async () => {
    const entry = 'examples/triggers/custom-sender/email-sender.lambda.ts';
    const identity = 'arn:aws:ses:eu-central-1:123456789012:identity/example.com';
    const system = await start({
      triggers: {
        customEmailSender: {
          entry,
          environment: { SENDER: 'login@example.com', IDENTITY_ARN: identity },
          rights: [{ actions: ['ses:SendEmail'], resources: [identity] }],
        },
      },
    });
    const { send } = system;
    const { username, email } = newPerson();
    const confirmation = nextDelivery(system);
    const { signUp } = succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    expect(signUp.codeDelivery?.medium).toBe('EMAIL');
    const mail = await confirmation;
    expect(mail).toMatchObject({ kind: 'SendEmail', to: email, subject: 'Confirm your address' });
    const code = /\d{6}/.exec(mail.body)?.[0] ?? '';
    expect(refused(await send(ConfirmSignUpDocument, { input: { username, password, code: '000000' } })).errorType).toBe(
      'CODE_MISMATCH',
    );
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code } }));
    const reset = nextDelivery(system);
    succeeded(await send(ForgotPasswordDocument, { input: { username } }));
    expect((await reset).subject).toBe('Your new password');
    // Cognito itself has sent nothing.
    expect(system.runtime.inbox.messages().map(({ kind }) => kind)).toEqual(['SendEmail', 'SendEmail']);
    // The logs contain neither the encrypted code nor the code itself.
    expect(system.log.join('\n')).not.toContain(code);
  });

  test('sends text messages too', async () => {
    const system = await start(
      {
        messages: { sms: {} },
        mfa: { types: ['SMS_MFA'] },
        signIn: { names: ['PHONE_NUMBER'] },
        triggers: { customSmsSender: { entry: 'triggers/of-the-test.ts' } },
      },
      { customSmsSender: 'test/local/trigger-functions/sms-sender.lambda.ts' },
    );
    const delivered = nextDelivery(system);
    succeeded(await system.send(SignUpDocument, { input: { username: '+15550001234', password } }));
    const code = /\d{6}/.exec((await delivered).body)?.[0] ?? '';
    succeeded(await system.send(ConfirmSignUpDocument, { input: { username: '+15550001234', password, code } }));
  });
});

describe('the onboarding example', { tags: ['exhaustive'] }, () => {
  const identity = 'arn:aws:ses:eu-central-1:123456789012:identity/acme.example';
  const postConfirmation = {
    entry: 'examples/triggers/onboarding/post-confirmation.lambda.ts',
    environment: { SENDER: 'welcome@acme.example', IDENTITY_ARN: identity },
    rights: [{ actions: ['ses:SendEmail'], resources: [identity] }],
  };
  const attributes = [{ name: 'name', value: 'Ada' }];

  test('welcomes at an address that was proved, and writes to no other', async () => {
    const { send, message, messages } = await start({
      signIn: { names: ['USERNAME', 'EMAIL', 'PHONE_NUMBER'] },
      mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
      messages: { sms: {} },
      triggers: { postConfirmation },
    });
    const ada = newPerson();
    succeeded(await send(SignUpDocument, { input: { ...ada, password: newPassword(), attributes } }));
    const byMail = (await message(ada.email)).code ?? '';
    succeeded(await send(ConfirmSignUpDocument, { input: { username: ada.username, password, code: byMail } }));
    expect(await message(ada.email)).toMatchObject({ subject: 'Welcome', body: 'Welcome, Ada! Your account is ready.' });

    const [eve, phoneNumber] = [newPerson(), '+15555550123'];
    succeeded(await send(SignUpDocument, { input: { ...eve, phoneNumber, password: newPassword(), attributes } }));
    const byPhone = (await message(phoneNumber)).code ?? '';
    succeeded(await send(ConfirmSignUpDocument, { input: { username: eve.username, password, code: byPhone } }));
    expect(await messages(eve.email)).toEqual([]);
  });

  test('leaves the user confirmed if its mail cannot be sent, and logs that for the alarm', async () => {
    const { send, message, log } = await start({ triggers: { postConfirmation: { ...postConfirmation, environment: {} } } });
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
    expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
    const lines = log.filter((line) => line.includes('not sent'));
    expect(lines).toEqual([
      expect.stringMatching(/"level":"ERROR",.*"message":\{"text":"not sent","code":"CODE_DELIVERY_FAILED","cause":"Error"\}\}$/),
    ]);
  });
});

describe('a sign-in by a code in the mail', { tags: ['exhaustive'] }, () => {
  test('whose mail cannot be sent says that, and nothing of why', async () => {
    const identityArn = 'arn:aws:ses:eu-central-1:123456789012:identity/acme.example';
    const { send, message, log } = await start(
      { mfa: { mode: 'OFF', types: [] }, signIn: { passwordless: { sender: 'login@acme.example', identityArn } } },
      { createAuthChallenge: 'test/local/trigger-functions/no-mail.lambda.ts' },
    );
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
    expect(refused(await send(LoginDocument, { input: { username, flow: 'CUSTOM_AUTH' } }))).toMatchObject({
      errorType: 'CODE_DELIVERY_FAILED',
      message: 'The code could not be sent.',
      errorInfo: { cognito: 'UserLambdaValidationException', retryable: true },
    });
    expect(log.filter((line) => line.includes('"code":"CODE_DELIVERY_FAILED"'))).toHaveLength(2);
  });
});
