import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  AuthConfigDocument,
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  LoginDocument,
  MeDocument,
  ResendConfirmationCodeDocument,
  SignUpDocument,
} from '../../../examples/generated/operations.ts';
import { refused, succeeded } from '../../support/send.ts';
import { type StageInput, startStage } from '../../support/stage.ts';
import { expectNewPasswordRequired, expectTokens, newPassword, newPerson } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

async function start(input: StageInput): Promise<System> {
  const system = await startStage(input);
  onTestFinished(() => system.close());
  return system;
}

const password = newPassword();
const everyForm = ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'] as const;

/** Cognito itself, called directly. */
function cognito({ runtime }: System): CognitoIdentityProvider {
  const { CognitoEndpoint: endpoint, Region: region } = runtime.outputs;
  const client = new CognitoIdentityProvider({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => client.destroy());
  return client;
}

describe('a stage for the people of one domain', { tags: ['exhaustive'] }, () => {
  const settings: StageInput = { signUp: { emailDomains: ['example.com'], modes: ['PASSWORD', 'INVITATION'] } };
  const text = 'Only e-mail addresses of example.com may sign up.';

  test('refuses another address in either form of sign-up, in the words of the trigger, and nobody is made', async () => {
    const system = await start(settings);
    for (const form of [{ password }, {}]) {
      const { username } = newPerson();
      for (const email of [
        `${username}@example.org`,
        `${username}@mail.example.com`,
        `${username}%evil.example@example.com`,
        undefined,
      ]) {
        if (email === undefined && !('password' in form)) continue;
        const error = refused(await system.send(SignUpDocument, { input: { username, ...(email && { email }), ...form } }));
        expect(error).toMatchObject({
          errorType: 'TRIGGER_REFUSED',
          message: text,
          errorInfo: { cognito: 'UserLambdaValidationException', retryable: false },
        });
        if (email) expect(await system.messages(email)).toEqual([]);
      }
      expect(refused(await system.send(LoginDocument, { input: { username, password } })).errorType).toBe('INVALID_CREDENTIALS');
    }
  });

  test('admits its own people, ignoring upper and lower case, and says so in authConfig', async () => {
    const { send } = await start(settings);
    for (const form of [{ password }, {}]) {
      const { username } = newPerson();
      succeeded(await send(SignUpDocument, { input: { username, email: `${username}@EXAMPLE.com`, ...form } }));
    }
    expect(succeeded(await send(AuthConfigDocument, {})).authConfig).toMatchObject({ emailDomains: ['example.com'] });
  });

  test('cannot be bypassed by calling Cognito', async () => {
    const system = await start(settings);
    const { UserPoolClientId: ClientId, UserPoolId } = system.runtime.outputs;
    const [UserAttributes, Username] = [[{ Name: 'email', Value: 'eve@example.org' }], 'eve'];
    const refusal = expect.objectContaining({
      name: 'UserLambdaValidationException',
      message: `PreSignUp failed with error ${text}.`,
    });
    await expect(cognito(system).signUp({ ClientId, Username, Password: password, UserAttributes })).rejects.toThrow(refusal);
    await expect(cognito(system).adminCreateUser({ UserPoolId, Username, UserAttributes })).rejects.toThrow(refusal);
  });
});

describe('a stage of two languages', { tags: ['exhaustive'] }, () => {
  const words = (name: string) => ({ subject: name, email: `${name}: {####}`, sms: `${name}: {####}` });
  const settings: StageInput = {
    signUp: { modes: [...everyForm] },
    messages: {
      ses: { from: 'no-reply@example.com', region: 'eu-central-1' },
      texts: { reset: words('Reset') },
      languages: {
        de: {
          verification: words('Bestätigen'),
          invitation: { ...words('Willkommen'), email: 'Willkommen {username}: {####}', sms: '{username} {####}' },
        },
        'de-AT': { reset: words('Passwort vergessen, bitte') },
      },
    },
  };
  const clientMetadata = JSON.stringify({ locale: 'de-AT' });

  test('uses the language of the call, then that of the user, then its own', async () => {
    const { send, message } = await start(settings);
    const subjectTo = async (to: string) => (await message(to)).subject;
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password, clientMetadata } }));
    expect(await message(email)).toMatchObject({ subject: 'Bestätigen', body: expect.stringMatching(/^Bestätigen: \d{6}$/) });
    succeeded(await send(ResendConfirmationCodeDocument, { input: { username } }));
    expect(await subjectTo(email)).toBe('Your verification code');
    succeeded(await send(ResendConfirmationCodeDocument, { input: { username, clientMetadata } }));
    const { subject, code } = await message(email);
    expect(subject).toBe('Bestätigen');
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '', clientMetadata } }));

    succeeded(await send(ForgotPasswordDocument, { input: { username } }));
    expect(await subjectTo(email)).toBe('Reset');
    succeeded(await send(ForgotPasswordDocument, { input: { username, clientMetadata } }));
    const reset = await message(email);
    expect(reset).toMatchObject({ subject: 'Passwort vergessen, bitte', kind: 'ForgotPassword' });
    const set = { username, code: reset.code ?? '', password: newPassword(), clientMetadata };
    succeeded(await send(ConfirmForgotPasswordDocument, { input: set }));

    const german = newPerson();
    const attributes = [{ name: 'locale', value: 'de' }];
    succeeded(await send(SignUpDocument, { input: { ...german, password, attributes } }));
    expect(await subjectTo(german.email)).toBe('Bestätigen');
  });

  test('invites in it, and the temporary password is good', async () => {
    const { send, message } = await start(settings);
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, clientMetadata } }));
    const { subject, body, code } = await message(email);
    expect([subject, body]).toEqual(['Willkommen', `Willkommen ${username}: ${code}`]);
    expectNewPasswordRequired(succeeded(await send(LoginDocument, { input: { username, password: code } })).login);
  });

  test('sends codes of a sign-in in the words that Cognito has no place for', async () => {
    const { send, message } = await start({
      signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
      messages: { ses: { from: 'no-reply@example.com', region: 'eu-central-1' }, texts: { signIn: words('Come in') } },
    });
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    const { code } = await message(email);
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '' } }));
    const input = { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } as const;
    expect(succeeded(await send(LoginDocument, { input })).login.__typename).toBe('EmailOtpChallenge');
    expect(await message(email)).toMatchObject({ subject: 'Come in', body: expect.stringMatching(/^Come in: \d{8}$/) });
  });
});

describe('a stage that confirms by a link', { tags: ['exhaustive'] }, () => {
  const settings: StageInput = {
    signIn: { clientSecret: true },
    messages: {
      verifyBy: 'LINK',
      linkDomainPrefix: 'acme-test',
      texts: { verification: { subject: 'Bitte bestätigen', email: '<p>Hallo, {##bitte bestätigen##}.</p>' } },
    },
  };
  const linkIn = (body: string): string => /href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? 'no link';

  test('mails one that works in a browser, once; the inbox has the code too; a reset is by code', async () => {
    const { send, message, runtime, log } = await start(settings);
    expect(succeeded(await send(AuthConfigDocument, {})).authConfig).toMatchObject({ verifyBy: 'LINK', recovery: ['EMAIL'] });
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    const mail = await message(email);
    const link = linkIn(mail.body);
    expect(link.startsWith(`${runtime.outputs.CognitoEndpoint}/confirmUser?client_id=`)).toBe(true);
    expect(mail).toMatchObject({ subject: 'Bitte bestätigen', code: new URL(link).searchParams.get('confirmation_code') });
    expect(refused(await send(LoginDocument, { input: { username, password } })).errorType).toBe('USER_NOT_CONFIRMED');

    const first = await fetch(link);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await first.text()).toContain('Your address is confirmed');
    expect((await fetch(link)).status).toBe(410);
    // Opening the link, which a mail scanner may do, sets no password: only a code does.
    const stranger = refused(await send(LoginDocument, { input: { username: email, password } }));
    expect(stranger.errorType).toBe('INVALID_CREDENTIALS');

    succeeded(await send(ForgotPasswordDocument, { input: { username } }));
    const reset = await message(email);
    expect(reset.body).toContain(reset.code);
    expect(reset.body).not.toContain('confirmUser');
    const chosen = { username, code: reset.code ?? '', password: newPassword() };
    succeeded(await send(ConfirmForgotPasswordDocument, { input: chosen }));
    expectTokens(succeeded(await send(LoginDocument, { input: { username: email, password: chosen.password } })).login);
    expect(log.join('\n')).not.toContain(mail.code);
  });

  test('takes the code of the link by confirmSignUp as well', async () => {
    const { send, message } = await start(settings);
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
  });
});

describe('a stage whose users have no name but their address', { tags: ['exhaustive'] }, () => {
  test.each([
    ['a password', { password }],
    ['an invitation', {}],
  ])('signs them up by it alone, with %s', async (_, form) => {
    const { send, message } = await start({ signIn: { names: ['EMAIL'] }, signUp: { modes: ['PASSWORD', 'INVITATION'] } });
    const { email: username } = newPerson();
    const { signUp } = succeeded(await send(SignUpDocument, { input: { username, ...form } }));
    expect(signUp.username).toBe(username);
    const { code } = await message(username);
    if (!('password' in form)) {
      expectNewPasswordRequired(succeeded(await send(LoginDocument, { input: { username, password: code } })).login);
      return;
    }
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '' } }));
    const { accessToken } = expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
    const { me } = succeeded(await send(MeDocument, {}, accessToken));
    expect(me).toMatchObject({ email: username, emailVerified: true, username: signUp.userSub });
    succeeded(await send(ForgotPasswordDocument, { input: { username } }));
    const reset = { username, code: (await message(username)).code ?? '', password: newPassword() };
    succeeded(await send(ConfirmForgotPasswordDocument, { input: reset }));
  });

  test('and of one domain, checks the domain of the user name', async () => {
    const { send } = await start({ signIn: { names: ['EMAIL'] }, signUp: { emailDomains: ['example.com'] } });
    const error = refused(await send(SignUpDocument, { input: { username: 'eve@example.org', password } }));
    expect(error).toMatchObject({ errorType: 'TRIGGER_REFUSED', message: 'Only e-mail addresses of example.com may sign up.' });
    succeeded(await send(SignUpDocument, { input: { username: newPerson().email, password } }));
  });

  test('refuses a second, different address, and an address that is taken', async () => {
    const { send } = await start({ signIn: { names: ['EMAIL'] } });
    const { email: username } = newPerson();
    const other = refused(await send(SignUpDocument, { input: { username, email: 'other@example.com', password } }));
    expect(other).toMatchObject({ errorType: 'INVALID_INPUT', errorInfo: { field: 'email' } });
    succeeded(await send(SignUpDocument, { input: { username, email: username, password } }));
    const taken = refused(await send(SignUpDocument, { input: { username, password } }));
    expect(taken).toMatchObject({ errorType: 'USERNAME_EXISTS', errorInfo: { field: 'username' } });
  });
});
