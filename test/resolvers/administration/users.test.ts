import { describe, expect, test } from 'vitest';
import { appCode } from '../../support/authenticator-app.ts';
import { refused, step, succeeded } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { join, makeGroup } from '../../support/resolvers/administrators.ts';
import { confirmed, newPassword, newPerson, signedIn } from '../../support/resolvers/people.ts';
import { logIn, start } from './world.ts';

describe('a user', () => {
  test('is shown with factors, groups, sessions and codes', async () => {
    const world = await start({ tracksSessions: false, accountTable: startAccountTable() });
    const { call, token, now } = world;
    const person = await confirmed(world);
    const { accessToken } = await signedIn(world, person);
    const { secretCode } = succeeded(await call('associateSoftwareToken', {}, { token: accessToken }));
    succeeded(await call('verifySoftwareToken', { input: { code: appCode(secretCode, 0, now()) } }, { token: accessToken }));
    succeeded(await call('setUserMfaPreference', { input: { softwareToken: { enabled: true } } }, { token: accessToken }));
    succeeded(await call('generateRecoveryCodes', {}, { token: accessToken }));
    await makeGroup(world, 'staff');
    await join(world, person, 'staff');
    // By an address that is a sign-in name, too.
    expect(succeeded(await call('user', { username: person.email }, { token }))).toMatchObject({
      username: person.username,
      status: 'CONFIRMED',
      enabled: true,
      email: person.email,
      emailVerified: true,
      factors: { firstFactors: ['PASSWORD'], mfa: { enabled: ['SOFTWARE_TOKEN_MFA'] } },
      groups: [{ groupName: 'staff' }],
      sessions: null,
      devices: null,
      recoveryCodes: { remaining: 10 },
    });
    expect(refused(await call('user', { username: 'nobody' }, { token }))).toMatchObject({
      code: 'NOT_FOUND',
      info: { field: 'username' },
    });
  });

  test('who has lost their phone signs in without it', async () => {
    const world = await start({ accountTable: startAccountTable() });
    const { call, token, now } = world;
    const person = await confirmed(world);
    const { accessToken } = await signedIn(world, person);
    const { secretCode } = succeeded(await call('associateSoftwareToken', {}, { token: accessToken }));
    succeeded(await call('verifySoftwareToken', { input: { code: appCode(secretCode, 0, now()) } }, { token: accessToken }));
    succeeded(await call('setUserMfaPreference', { input: { softwareToken: { enabled: true } } }, { token: accessToken }));
    succeeded(await call('generateRecoveryCodes', {}, { token: accessToken }));
    step(succeeded(await logIn(world, person)), 'SoftwareTokenMfaChallenge');
    const input = { username: person.username };
    succeeded(await call('adminDeleteSoftwareToken', { input }, { token }));
    step(succeeded(await logIn(world, person)), 'Tokens');
    succeeded(await call('adminResetRecoveryCodes', { input }, { token }));
    expect(succeeded(await call('user', input, { token })).recoveryCodes).toEqual({ remaining: 0, createdAt: null });
  });

  test('is disabled and enabled, and signed out meanwhile', async () => {
    const world = await start();
    const { call, token } = world;
    const person = await confirmed(world);
    const { accessToken } = await signedIn(world, person);
    const input = { username: person.username };
    succeeded(await call('adminDisableUser', { input }, { token }));
    expect(refused(await logIn(world, person)).code).toBe('USER_DISABLED');
    expect('error' in (await call('me', {}, { token: accessToken }))).toBe(true);
    succeeded(await call('adminEnableUser', { input }, { token }));
    step(succeeded(await logIn(world, person)), 'Tokens');
  });

  test('is confirmed without a code, once', async () => {
    const world = await start();
    const { call, token } = world;
    const person = newPerson();
    succeeded(await call('signUp', { input: person }));
    const input = { username: person.username };
    succeeded(await call('adminConfirmSignUp', { input }, { token }));
    // Their own password would count only with the code.
    expect(refused(await logIn(world, person)).code).toBe('INVALID_CREDENTIALS');
    succeeded(await call('adminSetUserPassword', { input: { ...input, password: person.password } }, { token }));
    step(succeeded(await logIn(world, person)), 'NewPasswordRequiredChallenge');
    expect(refused(await call('adminConfirmSignUp', { input }, { token })).code).toBe('INVALID_INPUT');
  });

  test('resets their password by the code that an administrator had sent', async () => {
    const world = await start();
    const { call, token, message } = world;
    const person = await confirmed(world);
    succeeded(await call('adminResetUserPassword', { input: { username: person.username } }, { token }));
    expect(refused(await logIn(world, person)).code).toBe('PASSWORD_RESET_REQUIRED');
    const password = newPassword();
    const code = message(person.email).code ?? '';
    succeeded(await call('confirmForgotPassword', { input: { username: person.username, code, password } }));
    step(succeeded(await logIn(world, { ...person, password })), 'Tokens');
  });

  test('is given a password, for once or to keep, and every session ends', async () => {
    const world = await start();
    const { call, token, broken } = world;
    const person = await confirmed(world);
    const { refreshToken } = await signedIn(world, person);
    const [password, other] = [newPassword(), newPassword()];
    const input = { username: person.username, password };
    succeeded(await call('adminSetUserPassword', { input }, { token }));
    step(succeeded(await logIn(world, { ...person, password })), 'NewPasswordRequiredChallenge');
    expect(refused(await call('refreshTokens', { input: { refreshToken: refreshToken ?? '' } })).code).toBe('TOKEN_REVOKED');
    const kept = { ...input, password: other, permanent: true };
    succeeded(await call('adminSetUserPassword', { input: kept }, { token }));
    step(succeeded(await logIn(world, { ...person, password: other })), 'Tokens');
    const weak = refused(await call('adminSetUserPassword', { input: { ...input, password: 'weak' } }, { token }));
    expect(weak).toMatchObject({ code: 'PASSWORD_POLICY', info: { field: 'password' } });
    broken.add('AdminUserGlobalSignOut');
    const half = refused(await call('adminSetUserPassword', { input: kept }, { token }));
    expect(half.message).toMatch(/new password counts/);
  });

  test('has attributes set, also those that they may not write, and removed', async () => {
    const { call, token, ...world } = await start();
    const { username } = await confirmed({ call, ...world });
    const set = (name: string, value: string) =>
      call('adminUpdateUserAttributes', { input: { username, attributes: [{ name, value }] } }, { token });
    succeeded(await set('custom:role', 'lead'));
    succeeded(
      await call(
        'adminUpdateUserAttributes',
        {
          input: {
            username,
            attributes: [
              { name: 'email', value: 'new@example.com' },
              { name: 'email_verified', value: 'true' },
            ],
          },
        },
        { token },
      ),
    );
    const user = succeeded(await call('user', { username }, { token }));
    expect(user).toMatchObject({ email: 'new@example.com', emailVerified: true });
    expect(user.attributes).toContainEqual({ name: 'custom:role', value: 'lead' });
    succeeded(await set('custom:role', ''));
    expect(JSON.stringify(succeeded(await call('user', { username }, { token })))).not.toContain('custom:role');
    for (const name of ['sub', 'nonsense', 'dev:custom:role']) {
      expect(refused(await set(name, 'x'))).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'attributes' } });
    }
  });

  test('is deleted with all that is kept of them', async () => {
    const table = startAccountTable();
    const world = await start({ accountTable: table });
    const { call, token } = world;
    const person = await confirmed(world);
    const { accessToken } = await signedIn(world, person);
    succeeded(await call('generateRecoveryCodes', {}, { token: accessToken }));
    const { sub } = succeeded(await call('user', { username: person.username }, { token }));
    succeeded(await call('adminDeleteUser', { input: { username: person.email } }, { token }));
    expect(refused(await call('user', { username: person.username }, { token })).code).toBe('NOT_FOUND');
    // What is left is what the administrator did.
    const left = JSON.parse(table.content()) as readonly { readonly item: string }[];
    expect(left.filter(({ item }) => item.includes(sub)).map(({ item }) => JSON.parse(item).kind)).toEqual([
      { S: 'ADMINISTERED' },
    ]);
  });

  test('whose factors are set as they set them themself', async () => {
    const { call, token, ...world } = await start();
    const { username } = await confirmed({ call, ...world });
    const answer = (input: object) => call('adminSetUserMfaPreference', { input: { username, ...input } }, { token });
    expect(refused(await answer({}))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(refused(await answer({ softwareToken: { enabled: true } })).code).toBe('MFA_NOT_SET_UP');
    succeeded(await answer({ softwareToken: { enabled: false } }));
  });
});
