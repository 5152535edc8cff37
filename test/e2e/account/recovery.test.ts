import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ActivityDocument,
  AssociateSoftwareTokenDocument,
  AuthConfigDocument,
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  GenerateRecoveryCodesDocument,
  LoginDocument,
  MeDocument,
  RecoverAccessDocument,
  RecoveryCodesDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
  VerifySoftwareTokenDocument,
} from '../../../examples/generated/operations.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { refused, succeeded } from '../../support/send.ts';
import { expectTokens, newPassword, newPerson } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.close());

interface Account {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

async function signUp(): Promise<Account> {
  const { send, message } = system;
  const account = { ...newPerson(), password: newPassword() };
  succeeded(await send(SignUpDocument, { input: account }));
  const code = (await message(account.email)).code ?? '';
  succeeded(await send(ConfirmSignUpDocument, { input: { username: account.username, password: account.password, code } }));
  return account;
}

async function signIn({ username, password }: Account): Promise<string> {
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login).accessToken;
}

/** The subjects of the notices about changes, oldest first. */
async function told({ email }: Account): Promise<string[]> {
  const mails = await system.messages(email);
  return mails.flatMap(({ kind, subject }) => (kind === 'SendEmail' && subject ? subject : [])).toReversed();
}

async function kinds(token: string): Promise<string[]> {
  const { activity } = succeeded(await system.send(ActivityDocument, {}, token));
  return activity.items.map(({ kind }) => kind);
}

describe('a new phone', () => {
  test('the old one is lost with its authenticator app: a recovery code opens the account, and the mails tell of it', {
    timeout: 60_000,
  }, async () => {
    const { send } = system;
    const config = succeeded(await send(AuthConfigDocument, {})).authConfig;
    expect(config).toMatchObject({ recoveryCodes: true, activityDays: 90 });
    const account = await signUp();
    const token = await signIn(account);
    const { associateSoftwareToken } = succeeded(await send(AssociateSoftwareTokenDocument, {}, token));
    const code = appCode(associateSoftwareToken.secretCode);
    succeeded(await send(VerifySoftwareTokenDocument, { input: { code } }, token));
    succeeded(await send(SetUserMfaPreferenceDocument, { input: { softwareToken: { enabled: true, preferred: true } } }, token));
    const codes = succeeded(await send(GenerateRecoveryCodesDocument, {}, token)).generateRecoveryCodes;
    expect(new Set(codes).size).toBe(10);

    const { username, password } = account;
    const challenged = succeeded(await send(LoginDocument, { input: { username, password } })).login;
    expect(challenged.__typename).toBe('SoftwareTokenMfaChallenge');
    const wrong = await send(RecoverAccessDocument, { input: { username, password, recoveryCode: '0000-0000-0000' } });
    expect(refused(wrong).errorType).toBe('INVALID_CREDENTIALS');
    const [recoveryCode = ''] = codes;
    succeeded(await send(RecoverAccessDocument, { input: { username, password, recoveryCode } }));
    expect(refused(await send(MeDocument, {}, token)).errorType).toBe('TOKEN_REVOKED');

    const fresh = await signIn(account);
    expect(succeeded(await send(RecoveryCodesDocument, {}, fresh)).recoveryCodes.remaining).toBe(9);
    expect(await told(account)).toEqual([
      'A way to sign in was added',
      'You have new recovery codes',
      'A recovery code was used',
    ]);
    expect(await kinds(fresh)).toEqual(
      expect.arrayContaining(['ACCESS_RECOVERED', 'FACTOR_ADDED', 'RECOVERY_CODES_MADE', 'RECOVERY_REFUSED', 'SIGNED_IN']),
    );
    expect(system.log.join('\n')).not.toContain(recoveryCode);
  });

  test('ten simultaneous calls with the same code count as one', async () => {
    const { send } = system;
    const account = await signUp();
    const [recoveryCode = ''] = succeeded(
      await send(GenerateRecoveryCodesDocument, {}, await signIn(account)),
    ).generateRecoveryCodes;
    const { username, password } = account;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(RecoverAccessDocument, { input: { username, password, recoveryCode } })),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });
});

describe('a forgotten password', () => {
  test('is reported by mail and in the activity once it is reset, and so are earlier attempts', async () => {
    const { send, message } = system;
    const account = await signUp();
    const { username } = account;
    expect(refused(await send(LoginDocument, { input: { username, password: newPassword() } })).errorType).toBe(
      'INVALID_CREDENTIALS',
    );
    succeeded(await send(ForgotPasswordDocument, { input: { username } }));
    const code = (await message(account.email)).code ?? '';
    const password = newPassword();
    succeeded(await send(ConfirmForgotPasswordDocument, { input: { username, code, password } }));
    const token = await signIn({ ...account, password });
    expect(await told(account)).toEqual(['Your password was changed']);
    expect(await kinds(token)).toEqual(
      expect.arrayContaining(['PASSWORD_RESET', 'PASSWORD_RESET_REQUESTED', 'SIGN_IN_REFUSED', 'ACCOUNT_CONFIRMED']),
    );
  });
});
