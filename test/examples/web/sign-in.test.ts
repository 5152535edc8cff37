import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../../../examples/web/src/auth/request.ts';
import { createSignIn, type SignIn, type Step } from '../../../examples/web/src/auth/sign-in.ts';
import { start, walk } from '../../../examples/web/src/auth/walk.ts';
import {
  AuthConfigDocument,
  ConfirmSignUpDocument,
  LoginDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../../examples/web/src/generated/sign-in.ts';
import { type ConfirmedPerson, codeTo, confirmedPerson } from '../../clients/people.ts';
import { newPassword, newPerson } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';

let system: System;
let person: ConfirmedPerson;
/** What was sent, as JSON. */
let sent: string[];
let signIn: SignIn;
let endpoint: { url: string; apiKey: string };

beforeAll(async () => {
  system = await startSystem();
  person = await confirmedPerson(system);
  const { GraphQLUrl, ApiKey, UserPoolId } = system.runtime.outputs;
  endpoint = { url: GraphQLUrl, apiKey: ApiKey };
  sent = [];
  const { authConfig: config } = await request(endpoint, AuthConfigDocument, {});
  signIn = createSignIn({
    config,
    userPoolId: UserPoolId,
    login: async (input) => {
      sent.push(JSON.stringify(input));
      return (await request(endpoint, LoginDocument, { input })).login;
    },
    respond: async (input) => {
      sent.push(JSON.stringify(input));
      return (await request(endpoint, RespondToChallengeDocument, { input })).respondToChallenge;
    },
  });
});
afterAll(() => system.close());

const is = <Name extends Step['__typename']>(step: Step, name: Name): Extract<Step, { __typename: Name }> => {
  expect(step.__typename).toBe(name);
  // Just asserted.
  return step as Extract<Step, { __typename: Name }>;
};

describe('createSignIn', () => {
  test.each(['username', 'email'] as const)('signs in by %s and password without sending the password', async (name) => {
    sent.length = 0;
    is(await signIn.byPassword(person[name], person.password), 'Tokens');
    expect(sent).toHaveLength(2);
    expect(sent.join()).not.toContain(person.password);
  });

  test('takes a password that was pasted with the blanks around it', async () => {
    is(await signIn.byPassword(person.username, ` ${person.password}\n`), 'Tokens');
    const choice = is(await signIn.byChoice(person.username), 'SelectChallenge');
    const challenge = is(await signIn.answer(choice, { answer: 'PASSWORD_SRP' }), 'PasswordSrpChallenge');
    is(await signIn.answerPassword(challenge, `\t${person.password} `), 'Tokens');
  });

  test('is refused by a wrong password', async () => {
    await expect(signIn.byPassword(person.username, newPassword())).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  test('of the choices the password, proved in place', async () => {
    const choice = is(await signIn.byChoice(person.username), 'SelectChallenge');
    expect(choice.availableChallenges).toContain('PASSWORD_SRP');
    const challenge = is(await signIn.answer(choice, { answer: 'PASSWORD_SRP' }), 'PasswordSrpChallenge');
    sent.length = 0;
    is(await signIn.answerPassword(challenge, person.password), 'Tokens');
    expect(sent.join()).not.toContain(person.password);
  });

  test('of the choices the password, sent', async () => {
    const choice = is(await signIn.byChoice(person.username), 'SelectChallenge');
    const challenge = is(await signIn.answer(choice, { answer: 'PASSWORD' }), 'PasswordChallenge');
    is(await signIn.answerPassword(challenge, person.password), 'Tokens');
  });

  test('by a code in the mail', async () => {
    const challenge = is(await signIn.byFactor(person.username, 'EMAIL_OTP'), 'EmailOtpChallenge');
    expect(challenge.destination).toContain('*');
    is(await signIn.answer(challenge, { code: await codeTo(system, person.email) }), 'Tokens');
  });

  test('by the session of the confirmation', async () => {
    const { username, email } = newPerson();
    const input = { username, email, password: newPassword() };
    const { signUp } = await request(endpoint, SignUpDocument, { input });
    const code = await codeTo(system, email);
    const { confirmSignUp } = await request(endpoint, ConfirmSignUpDocument, {
      input: { username, password: input.password, code, session: signUp.session },
    });
    is(await signIn.afterSignUp(username, confirmSignUp.session ?? ''), 'Tokens');
  });
});

describe('walk', () => {
  const challenge = { name: 'EMAIL_OTP', username: 'u', session: 's', destination: null } as const;
  const asked = { __typename: 'EmailOtpChallenge', ...challenge } as const;

  test('goes from the name by a challenge to the end', () => {
    const at = walk(start, { type: 'answered', username: 'ann', step: asked });
    expect(at).toEqual({ at: 'challenge', username: 'ann', challenge: asked });
    const tokens = {
      __typename: 'Tokens',
      accessToken: 'a',
      idToken: 'i',
      refreshToken: 'r',
      expiresIn: 1,
      newDevice: null,
    } as const;
    expect(walk(at, { type: 'answered', username: 'ann', step: tokens })).toEqual({ at: 'end' });
  });

  test('keeps the name when it starts over', () => {
    const at = walk(start, { type: 'answered', username: 'ann', step: asked });
    expect(walk(at, { type: 'restarted' })).toEqual({ at: 'start', username: 'ann', because: null });
  });

  test.each(['DeviceSrpAuthChallenge', 'DevicePasswordVerifierChallenge', 'PasskeyOfTomorrow', 'constructor'])(
    'names %s',
    (name) => {
      // A server that is newer than this page returns a type that no fragment selects, so the answer has only its name.
      const step: Step = JSON.parse(JSON.stringify({ __typename: name }));
      expect(walk(start, { type: 'answered', username: 'ann', step })).toEqual({ at: 'unknown', username: 'ann', name });
    },
  );
});
