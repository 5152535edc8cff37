import { describe, expect, onTestFinished, test } from 'vitest';
import {
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
} from '../../../examples/generated/operations.ts';
import { refused, succeeded } from '../../support/send.ts';
import { type StageInput, startStage } from '../../support/stage.ts';
import { type AuthResult, expectTokens, newPassword, newPerson } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

async function start(input: StageInput): Promise<System> {
  const system = await startStage(input);
  onTestFinished(() => system.close());
  return system;
}

const password = newPassword();
const phoneNumber = '+15550001234';

function expectStep<Name extends AuthResult['__typename']>(result: AuthResult, name: Name) {
  if (result.__typename !== name) throw new Error(`Expected ${name}, got ${result.__typename}.`);
  // True by the test above, which does not narrow a generic.
  return result as Extract<AuthResult, { __typename: Name }>;
}

/** Text messages, and MFA by them, as Cognito couples the two. */
const bySms: StageInput = { messages: { sms: {} }, mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] } };

describe('a stage whose users sign in by telephone number', { tags: ['exhaustive'] }, () => {
  test('takes the number for the user name, and sends its codes there', async () => {
    const { send, message } = await start({ ...bySms, signIn: { names: ['PHONE_NUMBER'] } });
    const { signUp } = succeeded(await send(SignUpDocument, { input: { username: phoneNumber, password } }));
    expect(signUp.codeDelivery).toEqual({ medium: 'SMS', destination: '+*******1234', attribute: 'phone_number' });
    const sent = await message(phoneNumber);
    expect(sent).toMatchObject({ channel: 'SMS', subject: null, body: `Your verification code is ${sent.code}.` });
    succeeded(await send(ConfirmSignUpDocument, { input: { username: phoneNumber, password, code: sent.code ?? '' } }));
    const tokens = expectTokens(succeeded(await send(LoginDocument, { input: { username: phoneNumber, password } })).login);
    const { me } = succeeded(await send(MeDocument, {}, tokens.accessToken));
    expect(me).toMatchObject({ phoneNumber, phoneNumberVerified: true, email: null, username: me.sub });
    const mail = await send(SignUpDocument, { input: { username: 'ann@example.com', password } });
    expect(refused(mail).message).toBe('`username` must be a phone number such as +15555550100.');
  });

  test('takes the number as another name of a user, once it is verified', async () => {
    const { send, message } = await start({ ...bySms, signIn: { names: ['USERNAME', 'EMAIL', 'PHONE_NUMBER'] } });
    const { username } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, phoneNumber, password } }));
    const { code } = await message(phoneNumber);
    expect(refused(await send(LoginDocument, { input: { username: phoneNumber, password } })).errorType).toBe(
      'INVALID_CREDENTIALS',
    );
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '' } }));
    expectTokens(succeeded(await send(LoginDocument, { input: { username: phoneNumber, password } })).login);
    const named = await send(SignUpDocument, { input: { username: '+15550009999', password } });
    expect(refused(named)).toMatchObject({ errorType: 'INVALID_INPUT', message: expect.stringMatching(/phone number format/) });
  });

  test('recovers an account by phone number first if the stage says so', async () => {
    const { send, message } = await start({
      messages: { sms: {} },
      mfa: { mode: 'OFF', types: [] },
      signIn: { names: ['USERNAME', 'EMAIL', 'PHONE_NUMBER'], recovery: ['PHONE_NUMBER', 'EMAIL'] },
    });
    const { username } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, phoneNumber, password } }));
    succeeded(
      await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(phoneNumber)).code ?? '' } }),
    );
    const { forgotPassword } = succeeded(await send(ForgotPasswordDocument, { input: { username } }));
    expect(forgotPassword).toMatchObject({ medium: 'SMS', attribute: 'phone_number' });
    const next = newPassword();
    const code = (await message(phoneNumber)).code ?? '';
    succeeded(await send(ConfirmForgotPasswordDocument, { input: { username, code, password: next } }));
    expectTokens(succeeded(await send(LoginDocument, { input: { username, password: next } })).login);
  });
});

describe('codes by text message', { tags: ['exhaustive'] }, () => {
  test('are a second factor, in the words of the stage', async () => {
    const { send, message } = await start({
      ...bySms,
      messages: { sms: {}, texts: { signIn: { sms: 'Acme: {####} signs you in.' } } },
    });
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, phoneNumber, password } }));
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
    const { accessToken } = expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
    succeeded(await send(SetUserMfaPreferenceDocument, { input: { sms: { enabled: true, preferred: true } } }, accessToken));
    const { login } = succeeded(await send(LoginDocument, { input: { username, password } }));
    const { name, session } = expectStep(login, 'SmsMfaChallenge');
    const sent = await message(phoneNumber);
    expect(sent.body).toBe(`Acme: ${sent.code} signs you in.`);
    const answer = { name, username, session };
    const wrong = refused(await send(RespondToChallengeDocument, { input: { ...answer, code: '000000' } }));
    expect(wrong.errorType).toBe('CODE_MISMATCH');
    const right = await send(RespondToChallengeDocument, { input: { ...answer, code: sent.code ?? '' } });
    expectTokens(succeeded(right).respondToChallenge);
  });

  test('are a first factor, in place of a password', async () => {
    const { send, message } = await start({
      messages: { sms: {} },
      mfa: { mode: 'OFF', types: [] },
      signIn: { flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'SMS_OTP'], names: ['USERNAME', 'PHONE_NUMBER'] },
    });
    const { username } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, phoneNumber, password } }));
    succeeded(
      await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(phoneNumber)).code ?? '' } }),
    );
    const input = { username, flow: 'USER_AUTH', preferredChallenge: 'SMS_OTP' } as const;
    const { name, session } = expectStep(succeeded(await send(LoginDocument, { input })).login, 'SmsOtpChallenge');
    const code = (await message(phoneNumber)).code ?? '';
    const answer = await send(RespondToChallengeDocument, { input: { name, username, session, code } });
    expectTokens(succeeded(answer).respondToChallenge);
  });
});
