import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  LoginDocument,
  MeDocument,
  RefreshTokensDocument,
  ResendConfirmationCodeDocument,
  RespondToChallengeDocument,
  RevokeTokenDocument,
  SignUpDocument,
} from '../../../examples/generated/operations.ts';
import { passwordClaimFor } from '../../support/resolvers/srp.ts';
import { refused, succeeded } from '../../support/send.ts';
import { createSrpSession } from '../../support/srp.ts';
import { type StageInput, startStage } from '../../support/stage.ts';
import { expectNewPasswordRequired, expectTokens, newPassword, newPerson, selfServiceStory } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

async function start(input: StageInput): Promise<System> {
  const system = await startStage(input);
  onTestFinished(() => system.close());
  return system;
}

const password = newPassword();

/** A confirmed user with that password, signed in. */
async function signedIn({ send, message }: System, person = newPerson()) {
  const { username, email } = person;
  succeeded(await send(SignUpDocument, { input: { username, email, password } }));
  const { code } = await message(email);
  succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '' } }));
  return expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
}

const refreshTokenOf = ({ refreshToken }: { readonly refreshToken?: string | null }): string => {
  if (!refreshToken) throw new Error('There is no refresh token.');
  return refreshToken;
};

describe('a stage whose app client has a secret', { tags: ['exhaustive'] }, () => {
  let system: System;
  beforeAll(async () => {
    system = await startStage({ signIn: { clientSecret: true } });
  });
  afterAll(() => system?.close());

  test('serves every operation that goes by the client', async () => {
    const { send, message } = system;
    await selfServiceStory(system);
    const { username, email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username, email, password } }));
    const first = await message(email);
    succeeded(await send(ResendConfirmationCodeDocument, { input: { username } }));
    const second = await message(email);
    expect(second.code).not.toBe(first.code);
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: second.code ?? '' } }));
    // With the alias too, which has another hash.
    const tokens = expectTokens(succeeded(await send(LoginDocument, { input: { username: email, password } })).login);
    const refreshToken = refreshTokenOf(tokens);
    succeeded(await send(RefreshTokensDocument, { input: { refreshToken } }));
    succeeded(await send(RevokeTokenDocument, { input: { refreshToken } }));
    expect(refused(await send(RefreshTokensDocument, { input: { refreshToken } })).errorType).toBe('TOKEN_REVOKED');
  });

  test('signs users in by SRP, whose password stays with them', async () => {
    const person = newPerson();
    await signedIn(system, person);
    for (const username of [person.username, person.email]) {
      const srp = createSrpSession(username, password, system.runtime.outputs.UserPoolId);
      const asked = { username, flow: 'USER_SRP_AUTH', srpA: srp.largeA } as const;
      const { login } = succeeded(await system.send(LoginDocument, { input: asked }));
      if (login.__typename !== 'PasswordVerifierChallenge') throw new Error(`Expected SRP, got ${login.__typename}.`);
      const { name, session } = login;
      const passwordClaim = passwordClaimFor(srp, login, Date.now());
      const input = { name, username: login.username, session, passwordClaim };
      expectTokens(succeeded(await system.send(RespondToChallengeDocument, { input })).respondToChallenge);
    }
  });

  test('cannot be bypassed by calling Cognito', async () => {
    const { runtime } = system;
    const { CognitoEndpoint: endpoint, Region: region, UserPoolClientId: ClientId } = runtime.outputs;
    const cognito = new CognitoIdentityProvider({ endpoint, region, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
    onTestFinished(() => cognito.destroy());
    await expect(cognito.signUp({ ClientId, Username: 'ann', Password: password })).rejects.toThrow(
      `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    );
  });

  test('does not show it', async () => {
    const { runtime, log } = system;
    expect(Object.keys(runtime.outputs)).not.toContain('UserPoolClientSecret');
    expect(JSON.stringify([runtime.outputs, log])).not.toMatch(/secret/i);
  });
});

describe('a stage that rotates refresh tokens', { tags: ['exhaustive'] }, () => {
  test('issues a new one each time, and accepts the previous one only during its grace period', async () => {
    const system = await start({ tokens: { rotation: { graceSeconds: 10 } } });
    const { send } = system;
    const first = refreshTokenOf(await signedIn(system));
    const rotated = succeeded(await send(RefreshTokensDocument, { input: { refreshToken: first } })).refreshTokens;
    expect(refreshTokenOf(rotated)).not.toBe(first);
    // The answer was lost on the way.
    succeeded(await send(RefreshTokensDocument, { input: { refreshToken: first } }));
    system.advance(11_000);
    const reused = refused(await send(RefreshTokensDocument, { input: { refreshToken: first } }));
    expect(reused).toMatchObject({ errorType: 'TOKEN_REVOKED', errorInfo: { cognito: 'RefreshTokenReuseException' } });
    succeeded(await send(RefreshTokensDocument, { input: { refreshToken: refreshTokenOf(rotated) } }));
  });
});

describe('a stage where only an administrator resets passwords', { tags: ['exhaustive'] }, () => {
  test('says so for every user, known or not', async () => {
    const system = await start({ signIn: { recovery: [] } });
    const person = newPerson();
    await signedIn(system, person);
    for (const username of [person.username, person.email, 'nobody']) {
      expect(refused(await system.send(ForgotPasswordDocument, { input: { username } }))).toMatchObject({
        errorType: 'NOT_ENABLED',
        message: 'Only an administrator can reset passwords here.',
      });
    }
  });
});

describe('a stage with attributes of its own', { tags: ['exhaustive'] }, () => {
  const settings: StageInput = {
    signUp: {
      customAttributes: {
        tenant: { minimum: 3, maximum: 8, mutable: false },
        seats: { type: 'Number', minimum: 0, maximum: 5 },
        beta: { type: 'Boolean' },
        since: { type: 'DateTime' },
        internal: {},
      },
      writableAttributes: ['email', 'custom:tenant', 'custom:seats', 'custom:beta', 'custom:since'],
    },
  };

  let system: System;
  beforeAll(async () => {
    system = await startStage(settings);
  });
  afterAll(() => system?.close());

  test('takes them at sign-up, shows them to the user, and puts them into the ID token', async () => {
    const { send, message } = system;
    const { username, email } = newPerson();
    const attributes = [
      { name: 'custom:tenant', value: 'acme' },
      { name: 'custom:seats', value: '5' },
      { name: 'custom:beta', value: 'true' },
      { name: 'custom:since', value: '2026-01-31T12:00:00Z' },
    ];
    succeeded(await send(SignUpDocument, { input: { username, email, password, attributes } }));
    succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
    const tokens = expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
    const { me } = succeeded(await send(MeDocument, {}, tokens.accessToken));
    expect(me.attributes).toEqual(expect.arrayContaining(attributes));
    expect(decodeJwt(tokens.idToken)).toMatchObject({ 'custom:tenant': 'acme', 'custom:seats': '5' });
  });

  test.each([
    ['custom:tenant', 'ab', 'INVALID_INPUT'],
    ['custom:tenant', 'far too long', 'INVALID_INPUT'],
    ['custom:seats', '6', 'INVALID_INPUT'],
    ['custom:seats', '-1', 'INVALID_INPUT'],
    ['custom:seats', 'many', 'INVALID_INPUT'],
    ['custom:beta', 'perhaps', 'INVALID_INPUT'],
    ['custom:since', 'yesterday', 'INVALID_INPUT'],
    // It exists, but users cannot write it.
    ['custom:internal', 'x', 'INVALID_INPUT'],
    ['custom:unknown', 'x', 'INVALID_INPUT'],
  ])('refuses %s %j', async (name, value, code) => {
    const { username, email } = newPerson();
    const answer = await system.send(SignUpDocument, { input: { username, email, password, attributes: [{ name, value }] } });
    expect(refused(answer)).toMatchObject({ errorType: code, errorInfo: { field: 'attributes' } });
  });
});

describe('whether upper and lower case differ', { tags: ['exhaustive'] }, () => {
  test.each([
    [false, 'USERNAME_EXISTS', 'Tokens'],
    [true, null, 'INVALID_CREDENTIALS'],
  ])('where caseSensitive is %s', async (caseSensitive, second, login) => {
    const system = await start({ signIn: { caseSensitive } });
    const person = newPerson();
    await signedIn(system, person);
    const shouting = person.username.toUpperCase();
    const { data, errors } = await system.send(LoginDocument, { input: { username: shouting, password } });
    expect(data?.login.__typename ?? errors[0]?.errorType).toBe(login);
    const twin = await system.send(SignUpDocument, { input: { username: shouting, email: `x${person.email}`, password } });
    expect(twin.errors[0]?.errorType ?? null).toBe(second);
  });
});

describe('a stage whose users sign in by address alone', { tags: ['exhaustive'] }, () => {
  const settings: StageInput = { signIn: { names: ['EMAIL'] } };

  test('takes the address for the user name, verified or not, and never twice', async () => {
    const { send, message } = await start(settings);
    const { email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username: email, password } }));
    expect(refused(await send(SignUpDocument, { input: { username: email, password } })).errorType).toBe('USERNAME_EXISTS');
    succeeded(
      await send(ConfirmSignUpDocument, { input: { username: email, password, code: (await message(email)).code ?? '' } }),
    );
    const tokens = expectTokens(succeeded(await send(LoginDocument, { input: { username: email, password } })).login);
    const { me } = succeeded(await send(MeDocument, {}, tokens.accessToken));
    expect(me).toMatchObject({ email, emailVerified: true });
    expect(me.username).toBe(me.sub);
    succeeded(await send(ForgotPasswordDocument, { input: { username: email } }));
    const reset = { username: email, code: (await message(email)).code ?? '', password: newPassword() };
    succeeded(await send(ConfirmForgotPasswordDocument, { input: reset }));
  });

  test('invites the owner of the address', async () => {
    const { send, message } = await start({ ...settings, signUp: { modes: ['INVITATION'] } });
    const { email } = newPerson();
    succeeded(await send(SignUpDocument, { input: { username: email, email } }));
    const temporary = (await message(email)).code ?? '';
    const { login } = succeeded(await send(LoginDocument, { input: { username: email, password: temporary } }));
    const { name, session, username } = expectNewPasswordRequired(login);
    const answer = await send(RespondToChallengeDocument, { input: { name, session, username, newPassword: password } });
    const tokens = expectTokens(succeeded(answer).respondToChallenge);
    expect(succeeded(await send(MeDocument, {}, tokens.accessToken)).me).toMatchObject({ email, emailVerified: true });
  });

  test('refuses a user name that is not an address', async () => {
    const { send } = await start(settings);
    const answer = await send(SignUpDocument, { input: { username: 'ann', email: 'ann@example.com', password } });
    expect(refused(answer)).toMatchObject({
      errorType: 'INVALID_INPUT',
      message: '`username` must be an e-mail address.',
      errorInfo: { field: 'username' },
    });
  });
});
