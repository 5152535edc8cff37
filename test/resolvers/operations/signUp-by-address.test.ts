import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, test } from 'vitest';
import { createCaller, refused, step, succeeded } from '../../support/caller.ts';
import { createInstance } from '../../support/resolvers/instance.ts';
import { newPassword, newPerson } from '../../support/resolvers/people.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

// A pool of UsernameAttributes: the address is the user name, and Cognito makes up the name beneath it.
const instance = createInstance({
  userPool: { AliasAttributes: [], UsernameAttributes: ['email'] },
  signInNames: ['EMAIL'],
});
const { call, admin, userPoolId } = instance;
afterAll(() => instance.close());

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
const newAddress = () => newPerson().email;

async function attributesOf(Username: string): Promise<Record<string, string>> {
  const { UserAttributes = [] } = await admin.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username }));
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]));
}

test('with a password: signUp, confirmSignUp, login, me and a forgotten password, all by the address', async () => {
  const [username, password, newOne] = [newAddress(), newPassword(), newPassword()];
  expect(succeeded(await call('signUp', { input: { username, password } }))).toMatchObject({
    username,
    userSub: uuid,
    userStatus: 'UNCONFIRMED',
    codeDelivery: { medium: 'EMAIL', attribute: 'email' },
  });
  expect(refused(await call('login', { input: { username, password } })).code).toBe('USER_NOT_CONFIRMED');
  succeeded(await call('resendConfirmationCode', { input: { username } }));
  succeeded(await call('confirmSignUp', { input: { username, password, code: instance.message(username).code ?? '' } }));

  const { accessToken } = step(succeeded(await call('login', { input: { username, password } })), 'Tokens');
  const me = succeeded(await call('me', {}, { token: accessToken }));
  expect(me).toMatchObject({ email: username, emailVerified: true, username: me.sub });

  succeeded(await call('forgotPassword', { input: { username } }));
  const { code } = instance.message(username);
  succeeded(await call('confirmForgotPassword', { input: { username, code: code ?? '', password: newOne } }));
  expect(refused(await call('login', { input: { username, password } })).code).toBe('INVALID_CREDENTIALS');
  step(succeeded(await call('login', { input: { username: username.toUpperCase(), password: newOne } })), 'Tokens');
});

test('with a temporary password the address is the name, and not verified', async () => {
  const [username, temporaryPassword] = [newAddress(), newPassword()];
  const result = succeeded(await call('signUp', { input: { username, email: username, temporaryPassword } }));
  expect(result).toMatchObject({ username, userStatus: 'FORCE_CHANGE_PASSWORD', codeDelivery: null });
  expect(await attributesOf(username)).toMatchObject({ email: username, sub: result.userSub });
  expect((await attributesOf(username))['email_verified']).not.toBe('true');
  step(succeeded(await call('login', { input: { username, password: temporaryPassword } })), 'NewPasswordRequiredChallenge');
});

test('an invitation goes to the address, without a separate `email`', async () => {
  const username = newAddress();
  succeeded(await call('signUp', { input: { username } }));
  expect(await attributesOf(username)).toMatchObject({ email: username, email_verified: 'true' });
  const { kind, code } = instance.message(username);
  expect(kind).toBe('AdminCreateUser');
  const login = succeeded(await call('login', { input: { username, password: code } }));
  const { name, session, username: answerAs } = step(login, 'NewPasswordRequiredChallenge');
  const answer = { name, session, username: answerAs, newPassword: newPassword() };
  step(succeeded(await call('respondToChallenge', { input: answer })), 'Tokens');
});

const forms = [
  ['a password', { password: newPassword() }],
  ['a temporary password', { temporaryPassword: newPassword() }],
  ['neither', {}],
] as const;

describe.each(forms)('with %s', (_, form) => {
  test('another `email` beside it is refused by name, before Cognito is called', async () => {
    const stub = createCaller({ cognito: stubWire().handle, signInNames: ['EMAIL'] });
    const input = { username: 'ann@example.com', email: 'bob@example.com', ...form };
    expect(refused(await stub.call('signUp', { input }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: '`email` must be the same as `username`, or be left out.',
      info: { field: 'email', cognito: null },
    });
  });

  test.each(['ann', '+15555550100', '@', 'a@b@c'])('%s is refused as what it is: no address', async (username) => {
    const stub = createCaller({ cognito: stubWire().handle, signInNames: ['EMAIL'] });
    expect(refused(await stub.call('signUp', { input: { username, email: 'ann@example.com', ...form } }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: '`username` must be an e-mail address.',
      info: { field: 'username', cognito: null },
    });
  });

  test('an address that is taken is a user name that is taken', async () => {
    const username = newAddress();
    succeeded(await call('signUp', { input: { username, password: newPassword() } }));
    expect(refused(await call('signUp', { input: { username, ...form } }))).toMatchObject({
      code: 'USERNAME_EXISTS',
      message: 'This user name is taken.',
      info: { field: 'username', cognito: 'UsernameExistsException' },
    });
  });
});

describe('where the number may be the user name', () => {
  const sentBy = async (input: { username: string; email?: string; phoneNumber?: string }, names = both) => {
    const { handle, sent } = stubWire(success({ User: { Attributes: [{ Name: 'sub', Value: 'a-sub' }] } }));
    succeeded(await createCaller({ cognito: handle, signInNames: names }).call('signUp', { input }));
    return sent[0]?.body;
  };
  const both = ['EMAIL', 'PHONE_NUMBER'] as const;

  test('it is set as the attribute, and invited by text message', async () => {
    expect(await sentBy({ username: '+15555550100' })).toMatchObject({
      Username: '+15555550100',
      DesiredDeliveryMediums: ['SMS'],
      UserAttributes: [
        { Name: 'phone_number', Value: '+15555550100' },
        { Name: 'phone_number_verified', Value: 'true' },
      ],
    });
  });

  test('an address beside it, or a number beside an address, belongs to the user too', async () => {
    expect(await sentBy({ username: 'ann@example.com', phoneNumber: '+15555550100' })).toMatchObject({
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: 'ann@example.com' },
        { Name: 'phone_number', Value: '+15555550100' },
        { Name: 'email_verified', Value: 'true' },
      ],
    });
  });

  test.each([
    [{ username: '+15555550100', phoneNumber: '+15555550199' }, 'phoneNumber', /^`phoneNumber` must be the same as `username`/],
    [{ username: 'ann' }, 'username', /^`username` must be an e-mail address or a phone number such as \+15555550100\.$/],
  ])('%j is refused', async (input, field, message) => {
    const stub = createCaller({ cognito: stubWire().handle, signInNames: both });
    const error = refused(await stub.call('signUp', { input }));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', info: { field } });
    expect(error.message).toMatch(message);
  });
});
