import { AdminSetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance, type Instance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { confirmed, newPassword, signedIn } from '../../../support/resolvers/people.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const untracked = createInstance();
afterAll(() => untracked.close());

const isAlive = async ({ call }: Instance, { accessToken }: { readonly accessToken: string }) =>
  'data' in (await call('me', {}, { token: accessToken }));

describe('changePassword', () => {
  test('where sessions are not tracked ends all of them, and the new password counts', async () => {
    const person = await confirmed(untracked);
    const [own, thief] = [await signedIn(untracked, person), await signedIn(untracked, person)];
    const input = { previousPassword: person.password, newPassword: newPassword() };
    expect(succeeded(await untracked.call('changePassword', { input }, { token: own.accessToken }))).toBe(true);
    expect(await Promise.all([own, thief].map((tokens) => isAlive(untracked, tokens)))).toEqual([false, false]);
    for (const { refreshToken } of [own, thief]) {
      const renewal = await untracked.call('refreshTokens', { input: { refreshToken: refreshToken ?? '' } });
      expect(refused(renewal).code).toBe('TOKEN_REVOKED');
    }
    await signedIn(untracked, { ...person, password: input.newPassword });
  });

  test('is refused for another present password, and for a new one that breaks a rule', async () => {
    const person = await confirmed(untracked);
    const auth = { token: (await signedIn(untracked, person)).accessToken };
    const change = async (input: { previousPassword: string; newPassword: string }) =>
      refused(await untracked.call('changePassword', { input }, auth));
    expect(await change({ previousPassword: newPassword(), newPassword: newPassword() })).toMatchObject({
      code: 'INVALID_CREDENTIALS',
      message: 'Your current password is different.',
      info: { field: 'previousPassword', cognito: 'NotAuthorizedException' },
    });
    expect(await change({ previousPassword: person.password, newPassword: 'weakling' })).toMatchObject({
      code: 'PASSWORD_POLICY',
      info: { field: 'newPassword' },
    });
    expect(await change({ previousPassword: person.password, newPassword: 'Aa1!' })).toMatchObject({
      code: 'PASSWORD_POLICY',
      info: { field: 'newPassword', cognito: null },
    });
    succeeded(await untracked.call('me', {}, auth));
  });

  test('refuses a password that is the name or the address of its user', async () => {
    const careful = createInstance({ refuseGuessable: true });
    onTestFinished(() => careful.close());
    const person = await confirmed(careful);
    const auth = { token: (await signedIn(careful, person)).accessToken };
    const [name = ''] = person.email.split('@');
    for (const guess of [person.username, person.email, `${name.charAt(0).toUpperCase()}${name.slice(1)}-1!`]) {
      const input = { previousPassword: person.password, newPassword: guess };
      const refusal = refused(await careful.call('changePassword', { input }, auth));
      expect(refusal).toMatchObject({ code: 'PASSWORD_POLICY', info: { field: 'newPassword' } });
    }
  });

  test('knows an address that is not the user name, and is refused where Cognito does not tell it', async () => {
    const user = success({ Username: 'ann', UserAttributes: [{ Name: 'email', Value: 'curie@radium.example' }] });
    const input = { previousPassword: 'x', newPassword: 'Curie-2026!' };
    const known = stubWire(user);
    const refusal = await createCaller({ cognito: known.handle, refuseGuessable: true }).call(
      'changePassword',
      { input },
      { token: madeUpToken() },
    );
    expect(refused(refusal)).toMatchObject({ code: 'PASSWORD_POLICY', message: expect.stringMatching(/your name or address/) });
    expect(known.sent.map(({ operation }) => operation)).toEqual(['GetUser']);

    const revoked = stubWire(exception('NotAuthorizedException', 'Access Token has been revoked'));
    const { call } = createCaller({ cognito: revoked.handle, refuseGuessable: true });
    expect(refused(await call('changePassword', { input }, { token: madeUpToken() })).code).toBe('TOKEN_REVOKED');
    expect(revoked.sent.map(({ operation }) => operation)).toEqual(['GetUser']);
  });

  test('over Cognito ends the others one by one where sessions are tracked, and forgets the other devices', async () => {
    const { handle, sent } = stubWire(
      success({}),
      success({ Devices: [{ DeviceKey: 'eu-central-1_aa' }, { DeviceKey: 'eu-central-1_bb' }], PaginationToken: 'p2' }),
      success({ Devices: [{ DeviceKey: 'eu-central-1_cc' }] }),
      success({}),
      exception('ResourceNotFoundException', 'Device does not exist.'),
      success({ Sessions: [{ SessionId: 'tkn1', IsCurrentSession: true }, { SessionId: 'tkn2' }, { SessionId: 'sso3' }] }),
      success({}),
    );
    const { call } = createCaller({ cognito: handle, tracksSessions: true, remembersDevices: true });
    const token = madeUpToken({ device_key: 'eu-central-1_aa' });
    const input = { previousPassword: 'x', newPassword: newPassword() };
    expect(succeeded(await call('changePassword', { input }, { token }))).toBe(true);
    const asked = sent.map(({ operation, body }) => [
      operation,
      body['DeviceKey'] ?? body['SessionId'] ?? body['PaginationToken'],
    ]);
    expect(asked).toEqual([
      ['ChangePassword', undefined],
      ['ListDevices', undefined],
      ['ListDevices', 'p2'],
      ['ForgetDevice', 'eu-central-1_bb'],
      ['ForgetDevice', 'eu-central-1_cc'],
      ['ListUserSessions', undefined],
      ['RevokeUserSession', 'tkn2'],
      ['RevokeUserSession', 'sso3'],
    ]);
  });

  test('says so where the password is changed, but not everything after it', async () => {
    const { handle, sent } = stubWire(
      success({}),
      exception('InternalErrorException', 'x', 500),
      exception('InternalErrorException', 'x', 500),
      success({ Sessions: [{ SessionId: 'tkn2' }, { SessionId: 'tkn3' }] }),
      exception('TooManyRequestsException', 'x'),
      exception('TooManyRequestsException', 'x'),
      exception('TooManyRequestsException', 'x'),
      exception('TooManyRequestsException', 'x'),
    );
    const { call } = createCaller({ cognito: handle, tracksSessions: true, remembersDevices: true });
    const input = { previousPassword: 'x', newPassword: newPassword() };
    expect(refused(await call('changePassword', { input }, { token: madeUpToken() }))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^Your new password is set, but others may still be signed in\. Sign out everywhere/),
      info: { retryable: false },
    });
    expect(sent.filter(({ operation }) => operation === 'RevokeUserSession').length).toBe(4);
  });

  test('wants the access token', async () => {
    const { call } = createCaller({ cognito: stubWire().handle });
    for (const auth of [{}, { token: madeUpIdToken }]) {
      const input = { previousPassword: 'x', newPassword: newPassword() };
      expect(refused(await call('changePassword', { input }, auth)).code).toBe('ACCESS_TOKEN_REQUIRED');
    }
  });
});

describe('confirmForgotPassword', () => {
  test('ends every session', async () => {
    const person = await confirmed(untracked);
    const thief = await signedIn(untracked, person);
    succeeded(await untracked.call('forgotPassword', { input: { username: person.username } }));
    const code = untracked.message(person.email).code ?? '';
    const input = { username: person.username, code, password: newPassword() };
    succeeded(await untracked.call('confirmForgotPassword', { input }));
    expect(await isAlive(untracked, thief)).toBe(false);
  });

  test('over Cognito signs for it, and forgets every device', async () => {
    const { handle, sent } = stubWire(success({}), success({ Devices: [{ DeviceKey: 'eu-central-1_aa' }] }));
    const { call } = createCaller({ cognito: handle, remembersDevices: true });
    succeeded(await call('confirmForgotPassword', { input: { username: 'ann', code: '123456', password: newPassword() } }));
    const signed = Object.fromEntries(sent.map(({ operation, headers }) => [operation, 'authorization' in headers]));
    expect(signed).toEqual({
      ConfirmForgotPassword: false,
      AdminUserGlobalSignOut: true,
      AdminListDevices: true,
      AdminForgetDevice: true,
    });
    for (const { body } of sent.slice(1)) expect(body).toMatchObject({ UserPoolId: 'eu-central-1_Test', Username: 'ann' });
  });

  test('says so where the password is set, but sessions may be left', async () => {
    const { handle } = stubWire(success({}), exception('AccessDeniedException', 'x'));
    const { call } = createCaller({ cognito: handle });
    const input = { username: 'ann', code: '123456', password: newPassword() };
    expect(refused(await call('confirmForgotPassword', { input }))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^Your new password is set, but others may still be signed in\./),
      info: { retryable: false },
    });
  });
});

test('a password that an administrator set is changed as any other', async () => {
  const person = await confirmed(untracked);
  const password = newPassword();
  const { userPoolId: UserPoolId } = untracked;
  const command = { UserPoolId, Username: person.username, Password: password, Permanent: true };
  await untracked.admin.send(new AdminSetUserPasswordCommand(command));
  const { accessToken } = await signedIn(untracked, { ...person, password });
  const input = { previousPassword: password, newPassword: newPassword() };
  expect(succeeded(await untracked.call('changePassword', { input }, { token: accessToken }))).toBe(true);
});
