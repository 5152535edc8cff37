import { AdminGetUserCommand, SetUserPoolSessionConfigurationCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Session, UserSummary } from '../../../resolvers/generated/schema.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { refused, step, succeeded } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { administrator, join, makeGroup } from '../../support/resolvers/administrators.ts';
import { createInstance, type Instance, type InstanceOptions } from '../../support/resolvers/instance.ts';
import { confirmed, newPassword, newPerson, type Person, signedIn } from '../../support/resolvers/people.ts';

interface World extends Instance {
  readonly boss: Person;
  readonly token: string;
  readonly broken: Set<string>;
}

async function start(options: InstanceOptions = {}): Promise<World> {
  const broken = new Set<string>();
  const instance = createInstance({
    userPool: { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    isBroken: (operation) => broken.has(operation),
    ...options,
  });
  onTestFinished(() => instance.close());
  await makeGroup(instance);
  const { person: boss, token } = await administrator(instance);
  return { ...instance, boss, token, broken };
}

const logIn = ({ call }: World, { username, password }: Person) => call('login', { input: { username, password } });

describe('a new user', () => {
  test('is invited by mail, chooses a password, and their address counts', async () => {
    const world = await start();
    const { call, token, message } = world;
    const { username, email } = newPerson();
    const created = succeeded(await call('adminCreateUser', { input: { username, email } }, { token }));
    expect(created).toMatchObject({ username, email, status: 'FORCE_CHANGE_PASSWORD', enabled: true });
    const password = /password is (\S+?)\.?\s*$/m.exec(message(email).body)?.[1] ?? message(email).code ?? '';
    const login = step(succeeded(await logIn(world, { username, email, password })), 'NewPasswordRequiredChallenge');
    const answer = { name: login.name, username: login.username, session: login.session, newPassword: newPassword() };
    step(succeeded(await call('respondToChallenge', { input: answer })), 'Tokens');
    expect(succeeded(await call('user', { username }, { token }))).toMatchObject({ status: 'CONFIRMED', emailVerified: true });
  });

  test('is invited again with another password', async () => {
    const { call, token, inbox } = await start();
    const { username, email } = newPerson();
    succeeded(await call('adminCreateUser', { input: { username, email } }, { token }));
    succeeded(await call('adminCreateUser', { input: { username, resend: true } }, { token }));
    const [first, second] = inbox.filter(({ to }) => to === email).map(({ body }) => body);
    expect(second).not.toBe(first);
    const superfluous = await call('adminCreateUser', { input: { username, resend: true, email } }, { token });
    expect(refused(superfluous)).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'email' } });
  });

  test('gets a password from the administrator, without a message and without a proof of the address', async () => {
    const { call, token, inbox } = await start();
    const { username, email } = newPerson();
    const sent = inbox.length;
    const input = { username, email, temporaryPassword: newPassword(), attributes: [{ name: 'custom:role', value: 'x' }] };
    succeeded(await call('adminCreateUser', { input }, { token }));
    expect(inbox).toHaveLength(sent);
    const user = succeeded(await call('user', { username }, { token }));
    expect(user).toMatchObject({ email, emailVerified: false });
    expect(user.attributes).toContainEqual({ name: 'custom:role', value: 'x' });
  });

  test.each([
    [{}, 'email'],
    [{ email: 'x@example.com', attributes: [{ name: 'email_verified', value: 'true' }] }, 'attributes'],
    [{ attributes: [{ name: 'email', value: 'x@example.com' }] }, 'attributes'],
  ])('is not made of %j', async (input, field) => {
    const { call, token } = await start();
    const answer = await call('adminCreateUser', { input: { username: 'ann', ...input } }, { token });
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', info: { field } });
  });
});

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

describe('groups', () => {
  test('are made, changed, filled, listed and deleted', async () => {
    const world = await start();
    const { call, token } = world;
    const { username } = await confirmed(world);
    const input = { groupName: 'staff', description: 'Who works here', precedence: 3 };
    expect(succeeded(await call('createGroup', { input }, { token }))).toMatchObject(input);
    expect(refused(await call('createGroup', { input }, { token }))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'groupName' },
    });
    const changed = succeeded(await call('updateGroup', { input: { groupName: 'staff', precedence: 1 } }, { token }));
    expect(changed).toMatchObject({ ...input, precedence: 1 });
    const first = succeeded(await call('groups', { limit: 1 }, { token }));
    const rest = succeeded(await call('groups', { nextToken: first.nextToken }, { token }));
    expect([...first.items, ...rest.items].map(({ groupName }) => groupName)).toEqual(['admin', 'staff']);
    const membership = { input: { username, groupName: 'staff' } };
    succeeded(await call('adminAddUserToGroup', membership, { token }));
    const { items } = succeeded(await call('groupMembers', { groupName: 'staff' }, { token }));
    expect(items.map((member: UserSummary) => member.username)).toEqual([username]);
    succeeded(await call('adminRemoveUserFromGroup', membership, { token }));
    succeeded(await call('deleteGroup', { input: { groupName: 'staff' } }, { token }));
    expect(refused(await call('groupMembers', { groupName: 'staff' }, { token }))).toMatchObject({
      code: 'NOT_FOUND',
      info: { field: 'groupName' },
    });
  });

  test('of the deployment stay', async () => {
    const { call, token } = await start();
    expect(refused(await call('deleteGroup', { input: { groupName: 'admin' } }, { token })).code).toBe('FORBIDDEN');
  });
});

describe('sessions', () => {
  test('are listed, and ended one by one, where they are tracked', async () => {
    const world = await start({ tracksSessions: true });
    const { call, token, admin, userPoolId: UserPoolId } = world;
    const tracking = { UserPoolId, UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 5 } } as const;
    await admin.send(new SetUserPoolSessionConfigurationCommand(tracking));
    const person = await confirmed(world);
    const { accessToken } = await signedIn(world, person);
    const { username } = person;
    const [session, ...others]: readonly Session[] = succeeded(await call('adminListUserSessions', { username }, { token }));
    expect(others).toEqual([]);
    expect(session).toMatchObject({ isCurrent: false });
    expect(succeeded(await call('user', { username }, { token })).sessions).toEqual([session]);
    const input = { username, sessionId: session?.sessionId ?? '' };
    succeeded(await call('adminRevokeUserSession', { input }, { token }));
    expect(refused(await call('me', {}, { token: accessToken })).code).toBe('TOKEN_REVOKED');
    expect(refused(await call('adminRevokeUserSession', { input }, { token }))).toMatchObject({
      code: 'NOT_FOUND',
      info: { field: 'sessionId' },
    });
  });

  test('end all at once', async () => {
    const world = await start();
    const { call, token } = world;
    const person = await confirmed(world);
    const { accessToken } = await signedIn(world, person);
    succeeded(await call('adminUserGlobalSignOut', { input: { username: person.username } }, { token }));
    expect(refused(await call('me', {}, { token: accessToken })).code).toBe('TOKEN_REVOKED');
  });

  test.each(['adminListUserSessions', 'adminListActivity'] as const)('are not told by %s where it is off', async (field) => {
    const world = await start();
    const { username } = await confirmed(world);
    expect(refused(await world.call(field, { username }, { token: world.token })).code).toBe('NOT_ENABLED');
  });
});

describe('the last administrator', () => {
  const acts = [
    ['adminDisableUser', {}],
    ['adminDeleteUser', {}],
    ['adminRemoveUserFromGroup', { groupName: 'admin' }],
  ] as const;

  test.each(acts)('is told before %s, and may mean it', async (field, more) => {
    const { call, token, boss, admin, userPoolId: UserPoolId } = await start();
    const input = { username: boss.username, ...more } as { username: string; groupName: string }; // of the last act
    expect(refused(await call(field, { input }, { token })).code).toBe('LAST_ADMINISTRATOR');
    expect(await admin.send(new AdminGetUserCommand({ UserPoolId, Username: boss.username }))).toMatchObject({ Enabled: true });
    succeeded(await call(field, { input: { ...input, evenIfLast: true } }, { token }));
  });

  test.each(acts)('who is not the last may %s themself', async (field, more) => {
    const world = await start();
    const { call, token, boss } = world;
    await administrator(world);
    const input = { username: boss.username, ...more } as { username: string; groupName: string }; // as above
    succeeded(await call(field, { input }, { token }));
  });

  test('is whoever alone can sign in', async () => {
    const world = await start();
    const { call, token, boss } = world;
    const other = await administrator(world);
    succeeded(await call('adminDisableUser', { input: { username: other.person.username } }, { token }));
    const answer = await call('adminDeleteUser', { input: { username: boss.username } }, { token });
    expect(refused(answer).code).toBe('LAST_ADMINISTRATOR');
  });
});
