import { AdminDisableUserCommand, AdminResetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, test } from 'vitest';
import type { RespondToChallengeInput } from '../../../../resolvers/generated/schema.ts';
import { refused, step, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { challenged, confirmed, newPassword, newPerson, signedIn } from '../../../support/resolvers/people.ts';
import { srpAnswer } from '../../../support/resolvers/srp.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

describe('with a password', () => {
  test('gives tokens that live one day', async () => {
    const person = await confirmed(instance);
    const tokens = await signedIn(instance, person);
    expect(tokens).toEqual({
      __typename: 'Tokens',
      accessToken: expect.stringMatching(/^ey/),
      idToken: expect.stringMatching(/^ey/),
      refreshToken: expect.any(String),
      expiresIn: 86_400,
      tokenType: 'Bearer',
      newDevice: null,
    });
  });

  test('takes the verified address in the place of the name', async () => {
    const person = await confirmed(instance);
    await signedIn(instance, { ...person, username: person.email });
  });

  test('answers an unknown user as it answers a wrong password', async () => {
    const { username } = await confirmed(instance);
    const wrong = refused(await call('login', { input: { username, password: newPassword() } }));
    const unknown = refused(await call('login', { input: { username: newPerson().username, password: newPassword() } }));
    const { requestId: _, ...info } = wrong.info;
    expect(wrong).toMatchObject({ code: 'INVALID_CREDENTIALS', message: 'Incorrect username or password.' });
    expect(unknown).toEqual({ ...wrong, info: { ...info, requestId: expect.any(String) } });
    expect(info).toEqual({ cognito: 'NotAuthorizedException', retryable: false, field: null });
  });

  test('tells a disabled user so for the right password alone', async () => {
    const person = await confirmed(instance);
    await instance.admin.send(new AdminDisableUserCommand({ UserPoolId: instance.userPoolId, Username: person.username }));
    const attempt = async (password: string) =>
      refused(await call('login', { input: { username: person.username, password } })).code;
    expect(await attempt(newPassword())).toBe('INVALID_CREDENTIALS');
    expect(await attempt(person.password)).toBe('USER_DISABLED');
  });

  test('answers so even over a pool that tells them apart', async () => {
    const legacy = createInstance({ client: { PreventUserExistenceErrors: 'LEGACY' } });
    const { username } = await confirmed(legacy);
    const wrong = refused(await legacy.call('login', { input: { username, password: newPassword() } }));
    const unknown = refused(await legacy.call('login', { input: { username: newPerson().username, password: newPassword() } }));
    expect({ ...unknown, info: { ...unknown.info, requestId: '' } }).toEqual({
      ...wrong,
      info: { ...wrong.info, requestId: '' },
    });
    expect(legacy.lines.join()).toContain('UserNotFoundException');
    legacy.close();
  });

  test('locks after too many tries', async () => {
    const { username } = await confirmed(instance);
    const codes: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      codes.push(refused(await call('login', { input: { username, password: newPassword() } })).code);
    }
    expect(codes[0]).toBe('INVALID_CREDENTIALS');
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });

  test('is refused after a temporary password has expired', async () => {
    const { username, temporaryPassword } = await challenged(instance);
    instance.advance(7 * 86_400_000 + 1_000);
    expect(refused(await call('login', { input: { username, password: temporaryPassword } }))).toMatchObject({
      code: 'TEMPORARY_PASSWORD_EXPIRED',
      message: 'The temporary password has expired. An administrator must send a new one.',
    });
  });

  test('is refused after an administrator ordered a new one, which the code of the mail sets', async () => {
    const person = await confirmed(instance);
    const { username, email } = person;
    await instance.admin.send(new AdminResetUserPasswordCommand({ UserPoolId: instance.userPoolId, Username: username }));
    expect(refused(await call('login', { input: { username, password: person.password } }))).toMatchObject({
      code: 'PASSWORD_RESET_REQUIRED',
      message: 'Set a new password first.',
      info: { cognito: 'PasswordResetRequiredException' },
    });
    const password = newPassword();
    succeeded(await call('confirmForgotPassword', { input: { username, code: instance.message(email).code ?? '', password } }));
    await signedIn(instance, { ...person, password });
  });
});

describe('by SRP', () => {
  const srp = createInstance({ client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] } });

  afterAll(() => srp.close());

  const answered = async (input: RespondToChallengeInput) => srp.call('respondToChallenge', { input });

  test('gives tokens for a proof, under the name and under the verified address', async () => {
    const { username, email, password } = await confirmed(srp);
    for (const typed of [username, email]) {
      const answer = await srpAnswer(srp, { username: typed, password });
      expect(answer.username).toBe(username);
      const { accessToken } = step(succeeded(await answered(answer)), 'Tokens');
      expect(succeeded(await srp.call('me', {}, { token: accessToken })).username).toBe(username);
    }
  });

  test('a proof of a wrong password and one for an unknown user are refused alike, at the same step', async () => {
    const { username } = await confirmed(srp);
    const wrong = refused(await answered(await srpAnswer(srp, { username, password: newPassword() })));
    const unknown = refused(await answered(await srpAnswer(srp, newPerson())));
    expect(wrong).toMatchObject({ code: 'INVALID_CREDENTIALS', message: 'Incorrect username or password.' });
    expect({ ...unknown, info: { ...unknown.info, requestId: '' } }).toEqual({
      ...wrong,
      info: { ...wrong.info, requestId: '' },
    });
  });

  test('a proof counts once, for its own user', async () => {
    const [ann, bob] = [await confirmed(srp), await confirmed(srp)];
    const answer = await srpAnswer(srp, ann);
    expect(refused(await answered({ ...answer, username: bob.username })).code).toBe('INVALID_CREDENTIALS');
    const fresh = await srpAnswer(srp, ann);
    succeeded(await answered(fresh));
    expect(['INVALID_CREDENTIALS', 'SESSION_EXPIRED']).toContain(refused(await answered(fresh)).code);
  });
});

test('a flow that the app client has off is NOT_ENABLED', async () => {
  const other = createInstance({ client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } });
  const { username, password } = newPerson();
  expect(refused(await other.call('login', { input: { username, password } }))).toMatchObject({
    code: 'NOT_ENABLED',
    message: 'This flow is not enabled.',
    info: { field: 'flow', cognito: 'InvalidParameterException', retryable: false },
  });
  other.close();
});
