import { AdminCreateUserCommand, AdminDisableUserCommand, AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mail } from '../../../resolvers/notices/notices.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { refused, step, succeeded } from '../../support/caller.ts';
import { startAccountTable, type TestTable } from '../../support/resolvers/account-table.ts';
import { createInstance, type Instance, type InstanceOptions } from '../../support/resolvers/instance.ts';
import { confirmed, newPassword, type Person, signedIn } from '../../support/resolvers/people.ts';

const flows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'];
const hour = 3_600_000;

interface World extends Instance {
  readonly table: TestTable;
  readonly mails: Mail[];
  /** The operations of Cognito that fail. */
  readonly broken: Set<string>;
}

function start(options: InstanceOptions = {}): World {
  const table = startAccountTable();
  const mails: Mail[] = [];
  const broken = new Set<string>();
  const instance = createInstance({
    userPool: { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    client: { ExplicitAuthFlows: flows },
    accountTable: table,
    sendMail: async (mail) => mails.push(mail),
    isBroken: (operation) => broken.has(operation),
    ...options,
  });
  onTestFinished(() => instance.close());
  return { ...instance, table, mails, broken };
}

/** Somebody with an authenticator app and recovery codes, and their access token. */
async function protectedPerson(world: World): Promise<{ person: Person; codes: readonly string[]; token: string }> {
  const { call, now } = world;
  const person = await confirmed(world);
  const { accessToken: token } = await signedIn(world, person);
  const { secretCode } = succeeded(await call('associateSoftwareToken', {}, { token }));
  succeeded(await call('verifySoftwareToken', { input: { code: appCode(secretCode, 0, now()) } }, { token }));
  succeeded(await call('setUserMfaPreference', { input: { softwareToken: { enabled: true, preferred: true } } }, { token }));
  const codes = succeeded(await call('generateRecoveryCodes', {}, { token }));
  world.mails.length = 0;
  return { person, codes, token };
}

const recovery = ({ username, password }: Person, recoveryCode = '') => ({ input: { username, password, recoveryCode } });

describe('a user who has lost their second factor', () => {
  test('gets in with their password and a code, is signed out everywhere else, and hears of it', async () => {
    const world = start();
    const { call, mails } = world;
    const { person, codes, token } = await protectedPerson(world);
    step(
      succeeded(await call('login', { input: { username: person.username, password: person.password } })),
      'SoftwareTokenMfaChallenge',
    );
    expect(succeeded(await call('recoverAccess', recovery(person, codes[3]?.toLowerCase())))).toBe(true);
    expect(refused(await call('me', {}, { token })).code).toBe('TOKEN_REVOKED');
    const tokens = await signedIn(world, person);
    const { mfa } = succeeded(await call('me', {}, { token: tokens.accessToken }));
    expect(mfa).toEqual({ preferred: null, enabled: [] });
    expect(succeeded(await call('recoveryCodes', {}, { token: tokens.accessToken }))).toEqual({
      remaining: 9,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    expect(mails).toMatchObject([{ to: person.email, subject: 'A recovery code was used' }]);
    const { items } = succeeded(await call('activity', {}, { token: tokens.accessToken }));
    expect(items.map((entry: { readonly kind: string }) => entry.kind)).toContain('ACCESS_RECOVERED');
  });

  test('gets in by their address as well', async () => {
    const world = start();
    const { person, codes } = await protectedPerson(world);
    expect(succeeded(await world.call('recoverAccess', recovery({ ...person, username: person.email }, codes[0])))).toBe(true);
    await signedIn(world, person);
  });

  test('uses each code once', async () => {
    const world = start();
    const { person, codes } = await protectedPerson(world);
    expect(succeeded(await world.call('recoverAccess', recovery(person, codes[0])))).toBe(true);
    expect(refused(await world.call('recoverAccess', recovery(person, codes[0]))).code).toBe('INVALID_CREDENTIALS');
    expect(succeeded(await world.call('recoverAccess', recovery(person, codes[1])))).toBe(true);
  });

  test('is one of many who come at once with the same code', async () => {
    const world = start();
    const { person, codes } = await protectedPerson(world);
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.call('recoverAccess', recovery(person, codes[0]))));
    expect(answers.filter((answer) => 'data' in answer)).toHaveLength(1);
  });
});

describe('every mistake', () => {
  const incorrect = {
    code: 'INVALID_CREDENTIALS',
    message: 'Incorrect username, password or recovery code.',
    info: { cognito: null, retryable: false, field: null, requestId: expect.any(String) },
  };

  test('is refused alike, and changes nothing', async () => {
    const world = start();
    const { call, admin, userPoolId: UserPoolId } = world;
    const { person, codes, token } = await protectedPerson(world);
    const other = await protectedPerson(world);
    const without = await confirmed(world);
    const invited = { username: 'invited', email: '', password: newPassword() };
    await admin.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: 'invited',
        TemporaryPassword: invited.password,
        MessageAction: 'SUPPRESS',
      }),
    );
    for (const wrong of [
      recovery({ ...person, password: newPassword() }, codes[0]),
      recovery(person, '0000-0000-0000'),
      recovery(person, 'no code'),
      recovery(person, other.codes[0]),
      recovery({ ...person, username: 'nobody' }, codes[0]),
      recovery(without, codes[0]),
      recovery(invited, codes[0]),
    ]) {
      expect(refused(await call('recoverAccess', wrong))).toEqual(incorrect);
    }
    expect(succeeded(await call('recoveryCodes', {}, { token })).remaining).toBe(10);
    const user = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: person.username }));
    expect(user.UserMFASettingList).toEqual(['SOFTWARE_TOKEN_MFA']);
    await admin.send(new AdminDisableUserCommand({ UserPoolId, Username: other.person.username }));
    expect(refused(await call('recoverAccess', recovery(other.person, other.codes[0])))).toEqual(incorrect);
    expect(world.mails).toEqual([]);
    expect(world.lines.join('\n')).not.toContain(codes[0]);
  });

  test('leaves nobody signed in who has no second factor', async () => {
    const world = start();
    const { call } = world;
    const person = await confirmed(world);
    const { accessToken: token } = await signedIn(world, person);
    expect(refused(await call('recoverAccess', recovery(person, '0000-0000-0000'))).code).toBe('INVALID_CREDENTIALS');
    // Their own session goes on.
    expect(succeeded(await call('me', {}, { token })).username).toBe(person.username);
  });

  test('is told to the owner, who sees it in their activity', async () => {
    const world = start();
    const { call } = world;
    const { person, token } = await protectedPerson(world);
    world.table.advance(1000);
    await call('recoverAccess', recovery({ ...person, username: person.email.toUpperCase() }, '0000-0000-0000'));
    const [newest] = succeeded(await call('activity', { limit: 1 }, { token })).items;
    expect(newest).toMatchObject({
      kind: 'RECOVERY_REFUSED',
      detail: 'INVALID_CREDENTIALS',
      ipAddress: '192.0.2.1',
      device: 'vitest',
    });
  });

  test.each([
    ['user', ''],
    ['name that nobody has', 'nobody'],
  ])('counts, five times an hour for each %s, before anything is looked at', async (_, name) => {
    const world = start();
    const { call, advance, table } = world;
    const { person, codes } = await protectedPerson(world);
    const username = name || person.username;
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => call('recoverAccess', recovery({ ...person, username }, '0000-0000-0000'))),
    );
    expect(guesses.map((guess) => refused(guess).code).toSorted()).toEqual([
      ...Array(5).fill('INVALID_CREDENTIALS'),
      ...Array(7).fill('TOO_MANY_ATTEMPTS'),
    ]);
    expect(refused(await call('recoverAccess', recovery({ ...person, username }, codes[0]))).code).toBe('TOO_MANY_ATTEMPTS');
    table.advance(hour);
    advance(hour);
    if (name === '') expect(succeeded(await call('recoverAccess', recovery(person, codes[0])))).toBe(true);
  });

  test('counts for the user, whichever of their names is typed', async () => {
    const world = start();
    const { call } = world;
    const { person, codes } = await protectedPerson(world);
    for (const username of [person.username, person.email, person.username, person.email, person.username]) {
      await call('recoverAccess', recovery({ ...person, username }, '0000-0000-0000'));
    }
    expect(refused(await call('recoverAccess', recovery({ ...person, username: person.email }, codes[0]))).code).toBe(
      'TOO_MANY_ATTEMPTS',
    );
  });
});

describe('a recovery that fails half-way', () => {
  test.each(['AdminSetUserMFAPreference', 'AdminDeleteSoftwareToken', 'AdminUserGlobalSignOut'])(
    'at %s is completed by the same code, and by no other caller meanwhile',
    async (operation) => {
      const world = start();
      const { call, broken } = world;
      const { person, codes } = await protectedPerson(world);
      broken.add(operation);
      expect(refused(await call('recoverAccess', recovery(person, codes[0])))).toMatchObject({
        code: 'UNAVAILABLE',
        message: 'The recovery was started but not completed. Try again with the same recovery code.',
        info: { retryable: true },
      });
      expect(world.mails).toHaveLength(1);
      broken.clear();
      expect(succeeded(await call('recoverAccess', recovery(person, codes[0])))).toBe(true);
      expect(refused(await call('recoverAccess', recovery(person, codes[0]))).code).toBe('INVALID_CREDENTIALS');
      const { accessToken: token } = await signedIn(world, person);
      expect(succeeded(await call('recoveryCodes', {}, { token })).remaining).toBe(9);
    },
  );

  test('as the attempt cannot be counted, has not begun', async () => {
    const world = start();
    const { person, codes } = await protectedPerson(world);
    world.table.fail(true);
    expect(refused(await world.call('recoverAccess', recovery(person, codes[0])))).toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The attempt could not be counted in time. Try again.',
    });
    world.table.fail(false);
    expect(succeeded(await world.call('recoverAccess', recovery(person, codes[0])))).toBe(true);
  });
});

describe('where there are no recovery codes', () => {
  test('all that is about them is refused by name', async () => {
    const world = createInstance();
    onTestFinished(() => world.close());
    const person = await confirmed(world);
    const { accessToken: token } = await signedIn(world, person);
    for (const answer of [
      await world.call('recoverAccess', recovery(person, '0000-0000-0000')),
      await world.call('generateRecoveryCodes', {}, { token }),
      await world.call('recoveryCodes', {}, { token }),
      await world.call('activity', {}, { token }),
    ]) {
      expect(refused(answer)).toMatchObject({
        code: 'NOT_ENABLED',
        message: expect.stringMatching(/^`\w+` is not enabled here\.$/),
      });
    }
  });
});
