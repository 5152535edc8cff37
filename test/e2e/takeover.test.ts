import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import {
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  LoginDocument,
  MeDocument,
  RefreshTokensDocument,
  ResendConfirmationCodeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { parseSettings } from '../../infra/settings/parse/parse.ts';
import { refused, succeeded } from '../support/send.ts';
import { type StageInput, startStage } from '../support/stage.ts';
import { expectTokens, newPassword, newPerson } from '../support/stories.ts';
import type { System } from '../support/system.ts';

// Somebody who signs up with another person's address must not have access to the account that its owner confirms.

async function start(input: StageInput = { signIn: { names: ['EMAIL'] } }): Promise<System> {
  const system = await startStage(input);
  onTestFinished(() => system.close());
  return system;
}

const theirs = newPassword();
const mine = newPassword();

const codeOf = async ({ message }: System, to: string): Promise<string> => (await message(to)).code ?? '';

const login = ({ send }: System, username: string, password: string) => send(LoginDocument, { input: { username, password } });

/** Cognito itself, which anybody who knows the client id can call. */
function cognitoOf({ runtime }: System): { cognito: CognitoIdentityProvider; ClientId: string } {
  const cognito = new CognitoIdentityProvider({
    endpoint: runtime.outputs.CognitoEndpoint ?? '',
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  return { cognito, ClientId: runtime.outputs.UserPoolClientId };
}

test('whoever enters the code chooses the password, not the one who signed up before', async () => {
  const system = await start();
  const { email: username } = newPerson();
  succeeded(await system.send(SignUpDocument, { input: { username, password: theirs } }));

  // The owner signs up, learns that the address is taken, and requests the code.
  const taken = refused(await system.send(SignUpDocument, { input: { username, password: mine } }));
  expect(taken.errorType).toBe('USERNAME_EXISTS');
  succeeded(await system.send(ResendConfirmationCodeDocument, { input: { username } }));
  const code = await codeOf(system, username);
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, code, password: mine } }));

  expect(refused(await login(system, username, theirs)).errorType).toBe('INVALID_CREDENTIALS');
  expectTokens(succeeded(await login(system, username, mine)).login);
});

test('nor who signs up after the owner and before the code, and nobody loses a sign-up by it', async () => {
  const system = await start();
  const { email: username } = newPerson();
  succeeded(await system.send(SignUpDocument, { input: { username, password: mine } }));
  const code = await codeOf(system, username);
  expect(refused(await system.send(SignUpDocument, { input: { username, password: theirs } })).errorType).toBe('USERNAME_EXISTS');

  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, code, password: mine } }));
  expect(refused(await login(system, username, theirs)).errorType).toBe('INVALID_CREDENTIALS');
  expectTokens(succeeded(await login(system, username, mine)).login);
});

test('nor anybody who signed up directly at Cognito', async () => {
  const system = await start();
  const { email: username } = newPerson();
  const { cognito, ClientId } = cognitoOf(system);
  await cognito.signUp({ ClientId, Username: username, Password: theirs });
  const code = await codeOf(system, username);
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, code, password: mine } }));
  expect(refused(await login(system, username, theirs)).errorType).toBe('INVALID_CREDENTIALS');
  expectTokens(succeeded(await login(system, username, mine)).login);
});

test('a password that is refused uses up no code', async () => {
  const system = await start();
  const { email: username } = newPerson();
  succeeded(await system.send(SignUpDocument, { input: { username, password: mine } }));
  const code = await codeOf(system, username);
  for (const password of ['short', 'nouppercase-1', 'Password1234!', `U${username.split('@')[0]?.slice(1)}-1!`, username]) {
    const refusal = refused(await system.send(ConfirmSignUpDocument, { input: { username, code, password } }));
    expect({ password, type: refusal.errorType }).toEqual({ password, type: 'PASSWORD_POLICY' });
  }
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, code, password: mine } }));
});

test('the session of the sign-up still signs in once, after the password was set', async () => {
  const system = await start({ signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'] } });
  const { username, email } = newPerson();
  const { signUp } = succeeded(await system.send(SignUpDocument, { input: { username, email, password: mine } }));
  const input = { username, code: await codeOf(system, email), password: mine, session: signUp.session };
  const { confirmSignUp } = succeeded(await system.send(ConfirmSignUpDocument, { input }));
  const answer = await system.send(LoginDocument, { input: { username, flow: 'USER_AUTH', session: confirmSignUp.session } });
  expectTokens(succeeded(answer).login);
});

test('that session signs in nobody under another name', async () => {
  const system = await start({ signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'] } });
  const [ada, eve] = [newPerson(), newPerson()];
  succeeded(await system.send(SignUpDocument, { input: { ...ada, password: mine } }));
  const code = await codeOf(system, ada.email);
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username: ada.username, code, password: mine } }));
  const { signUp } = succeeded(await system.send(SignUpDocument, { input: { ...eve, password: theirs } }));
  const confirmation = {
    username: eve.username,
    code: await codeOf(system, eve.email),
    password: theirs,
    session: signUp.session,
  };
  const { session } = succeeded(await system.send(ConfirmSignUpDocument, { input: confirmation })).confirmSignUp;
  const answer = await system.send(LoginDocument, { input: { username: ada.username, flow: 'USER_AUTH', session } });
  expect(refused(answer).errorType).toBe('SESSION_EXPIRED');
});

test('a phone number beside an address that is the user name is refused: the code would go to the number', async () => {
  const system = await start({
    signIn: { names: ['EMAIL', 'PHONE_NUMBER'] },
    messages: { sms: {} },
    mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
  });
  const { email: username } = newPerson();
  const input = { username, phoneNumber: '+15555550123', password: theirs };
  const refusal = refused(await system.send(SignUpDocument, { input }));
  expect(refusal).toMatchObject({ errorType: 'INVALID_INPUT', errorInfo: { field: 'phoneNumber' } });
  succeeded(await system.send(SignUpDocument, { input: { username, password: mine } }));
});

test('all earlier access of others ends with a new password', async () => {
  const system = await start({});
  const { username, email } = newPerson();
  succeeded(await system.send(SignUpDocument, { input: { username, email, password: mine } }));
  const first = await codeOf(system, email);
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, code: first, password: mine } }));
  const tokens = expectTokens(succeeded(await login(system, username, mine)).login);
  succeeded(await system.send(ForgotPasswordDocument, { input: { username } }));
  const input = { username, code: await codeOf(system, email), password: theirs };
  succeeded(await system.send(ConfirmForgotPasswordDocument, { input }));
  const refreshed = await system.send(RefreshTokensDocument, { input: { refreshToken: tokens.refreshToken ?? '' } });
  expect(refused(refreshed).errorType).toBe('TOKEN_REVOKED');
  expect(refused(await system.send(MeDocument, {}, tokens.accessToken)).errorType).toBe('TOKEN_REVOKED');
});

test.each([
  ['a temporary password for an address', { signUp: { modes: ['TEMPORARY_PASSWORD'] }, signIn: { names: ['EMAIL'] } }],
  [
    'a link, where anybody can sign up at Cognito itself',
    {
      messages: {
        verifyBy: 'LINK',
        linkDomainPrefix: 'acme-test',
        texts: { verification: { subject: 'Confirm', email: '{##here##}' } },
      },
    },
  ],
  [
    'a code that signs in, where anybody can sign up an address at Cognito itself',
    { signIn: { names: ['EMAIL'], flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  ],
] as const)('the synth refuses %s', (_, input) => {
  const settings = { naming: { stackName: 'Test' }, ...structuredClone(input) };
  expect(() => parseSettings(settings as Parameters<typeof parseSettings>[0])).toThrow(/signUp\.modes|signIn\.clientSecret/);
});
