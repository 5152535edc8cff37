import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConfirmSignUpDocument,
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { refused, succeeded } from '../support/send.ts';
import { expectTokens, newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { challenge } from './challenge.ts';
import { codeTo, confirmedPerson } from './people.ts';

// What a page without a library does if the user chooses how to sign in.

let system: System;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.close());

describe('fetch, through the fields of this API', () => {
  test('offers the first factors that the user has, and signs in by a code of the mail', async () => {
    const { username, email } = await confirmedPerson(system);
    const { login } = succeeded(await system.send(LoginDocument, { input: { username, flow: 'USER_AUTH' } }));
    const choice = challenge(login, 'SelectChallenge');
    expect(choice.availableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
    const chosen = { name: choice.name, username: choice.username, session: choice.session, answer: 'EMAIL_OTP' };
    const { respondToChallenge: sent } = succeeded(await system.send(RespondToChallengeDocument, { input: chosen }));
    const { name, session, destination } = challenge(sent, 'EmailOtpChallenge');
    expect(destination).toBe(`${email[0]}***@e***`);
    const code = await codeTo(system, email);
    const wrong = { name, username, session, code: code === '00000000' ? '11111111' : '00000000' };
    expect(refused(await system.send(RespondToChallengeDocument, { input: wrong })).errorType).toBe('CODE_MISMATCH');
    const input = { name, username, session, code };
    const { respondToChallenge } = succeeded(await system.send(RespondToChallengeDocument, { input }));
    const { me } = succeeded(await system.send(MeDocument, {}, expectTokens(respondToChallenge).accessToken));
    expect(me).toMatchObject({ username, email });
    expect(refused(await system.send(RespondToChallengeDocument, { input })).errorType).toBe('SESSION_EXPIRED');
  });

  test('begins at once with the requested first factor', async () => {
    const { username, password, email } = await confirmedPerson(system);
    const byCode = { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } as const;
    const { login: sent } = succeeded(await system.send(LoginDocument, { input: byCode }));
    const { name, session } = challenge(sent, 'EmailOtpChallenge');
    const input = { name, username, session, code: await codeTo(system, email) };
    expectTokens(succeeded(await system.send(RespondToChallengeDocument, { input })).respondToChallenge);
    const byPassword = { username, flow: 'USER_AUTH', preferredChallenge: 'PASSWORD', password } as const;
    expectTokens(succeeded(await system.send(LoginDocument, { input: byPassword })).login);
  });

  test('goes straight on from the confirmation to the sign-in, by their sessions', async () => {
    const { username, email } = newPerson();
    const password = newPassword();
    const { signUp } = succeeded(await system.send(SignUpDocument, { input: { username, email, password } }));
    const confirmation = { username, password, code: await codeTo(system, email), session: signUp.session };
    const { confirmSignUp } = succeeded(await system.send(ConfirmSignUpDocument, { input: confirmation }));
    const input = { username, flow: 'USER_AUTH', session: confirmSignUp.session } as const;
    const { accessToken } = expectTokens(succeeded(await system.send(LoginDocument, { input })).login);
    const { me } = succeeded(await system.send(MeDocument, {}, accessToken));
    expect(me).toMatchObject({ username, emailVerified: true });
    expect(refused(await system.send(LoginDocument, { input })).errorType).toBe('SESSION_EXPIRED');
  });
});
