import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freshAdministration } from '../../../resolvers/administration/fresh-administration.ts';
import { refused, succeeded } from '../../support/caller.ts';
import { adminCalls, administrator, join, makeGroup } from '../../support/resolvers/administrators.ts';
import { createInstance, type Instance, type InstanceOptions } from '../../support/resolvers/instance.ts';
import { madeUpToken } from '../../support/resolvers/made-up-token.ts';
import { confirmed, type Person, signedIn } from '../../support/resolvers/people.ts';

async function start(options: InstanceOptions = {}): Promise<Instance> {
  const instance = createInstance(options);
  onTestFinished(() => instance.close());
  await makeGroup(instance);
  await makeGroup(instance, 'staff');
  return instance;
}

/** Calls every field of administrators by this token. Each must be refused, and nothing have happened. */
async function refusals(instance: Instance, token: string | undefined): Promise<readonly string[]> {
  const victim = await confirmed(instance);
  const look = async () => {
    const { admin, userPoolId: UserPoolId } = instance;
    const { $metadata, ...user } = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: victim.username }));
    return user;
  };
  const before = await look();
  const codes = new Set<string>();
  for (const [field, args] of Object.entries(adminCalls(victim.username))) {
    // Each field with its own arguments, as the table pairs them.
    const answer = await instance.call(field as 'user', args as { username: string }, token === undefined ? {} : { token });
    codes.add(refused(answer).code);
  }
  expect(await look()).toEqual(before);
  return [...codes];
}

/** The token of one user with claims of another's liking, as whoever may invoke the function can make an event. */
function forged(token: string, claims: Readonly<Record<string, unknown>>): string {
  const own = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return madeUpToken({ ...own, ...claims });
}

async function tokenOf(instance: Instance, person?: Person): Promise<string> {
  return (await signedIn(instance, person ?? (await confirmed(instance)))).accessToken;
}

describe('every operation of administrators refuses', () => {
  test('a caller with an API key', async () => {
    expect(await refusals(await start(), undefined)).toEqual(['ACCESS_TOKEN_REQUIRED']);
  });

  test('a user in no group', async () => {
    const instance = await start();
    expect(await refusals(instance, await tokenOf(instance))).toEqual(['FORBIDDEN']);
  });

  test('a user in another group', async () => {
    const instance = await start();
    const person = await confirmed(instance);
    await join(instance, person, 'staff');
    expect(await refusals(instance, await tokenOf(instance, person))).toEqual(['FORBIDDEN']);
  });

  test('a token from before its user became an administrator', async () => {
    const instance = await start();
    const person = await confirmed(instance);
    const token = await tokenOf(instance, person);
    await join(instance, person);
    expect(await refusals(instance, token)).toEqual(['FORBIDDEN']);
  });

  test('a token from before its user ceased to be one, which still names the group', async () => {
    const instance = await start();
    const { person, token } = await administrator(instance);
    const { admin, userPoolId: UserPoolId } = instance;
    await admin.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: person.username, GroupName: 'admin' }));
    expect(await refusals(instance, token)).toEqual(['FORBIDDEN']);
  });

  test('an ID token', async () => {
    const instance = await start();
    const person = await confirmed(instance);
    await join(instance, person);
    expect(await refusals(instance, (await signedIn(instance, person)).idToken)).toEqual(['ACCESS_TOKEN_REQUIRED']);
  });

  test.each([
    ['signed out everywhere', AdminUserGlobalSignOutCommand, ['TOKEN_REVOKED']],
    ['disabled', AdminDisableUserCommand, ['USER_DISABLED']],
    // The token and the user are asked for at once, and both are gone.
    ['deleted', AdminDeleteUserCommand, ['TOKEN_INVALID', 'TOKEN_REVOKED']],
  ] as const)('an administrator who was %s, whose token AppSync takes until it expires', async (_, Command, codes) => {
    const instance = await start();
    const { person, token } = await administrator(instance);
    const command = new Command({ UserPoolId: instance.userPoolId, Username: person.username });
    await instance.admin.send(command as AdminDisableUserCommand); // the three have the same input
    expect(codes).toEqual(expect.arrayContaining([...(await refusals(instance, token))]));
  });

  test('an event that claims the group for a user who is not in it', async () => {
    const instance = await start();
    const token = await tokenOf(instance);
    // The signature goes with the claims: Cognito takes no such token.
    expect(await refusals(instance, forged(token, { 'cognito:groups': ['admin'] }))).toEqual(['TOKEN_INVALID']);
  });

  test('an event that claims to be an administrator, and has no genuine token', async () => {
    const instance = await start();
    const { token } = await administrator(instance);
    expect(await refusals(instance, forged(token, {}))).toEqual(['TOKEN_INVALID']);
  });
});

test('a genuine token under the name of an administrator is refused', async () => {
  const instance = await start();
  const boss = await administrator(instance);
  const token = await tokenOf(instance);
  const claims = JSON.parse(Buffer.from(boss.token.split('.')[1] ?? '', 'base64url').toString());
  const answer = await instance.forge(
    'users',
    {},
    { token, identity: { sub: claims.sub, username: claims.username, groups: ['admin'], tokenUse: 'access' } },
  );
  expect(refused(answer).code).toBe('FORBIDDEN');
});

describe('a recent sign-in', () => {
  const minutes = 60_000;

  test('is wanted for what could take an account from its owner, and for nothing else', async () => {
    const instance = await start({ reauthentication: { maxAgeSeconds: 600, acr: null } });
    const { token } = await administrator(instance);
    instance.advance(11 * minutes);
    const wanting: string[] = [];
    for (const [field, args] of Object.entries(adminCalls('nobody'))) {
      const answer = await instance.call(field as 'user', args as { username: string }, { token }); // as above
      if ('error' in answer && answer.error.code === 'REAUTHENTICATION_REQUIRED') wanting.push(field);
    }
    expect(wanting.toSorted()).toEqual([...freshAdministration].toSorted());
  });

  test('lets them do it', async () => {
    const instance = await start({ reauthentication: { maxAgeSeconds: 600, acr: null } });
    const { token } = await administrator(instance);
    const { username } = await confirmed(instance);
    instance.advance(9 * minutes);
    expect(succeeded(await instance.call('adminDisableUser', { input: { username } }, { token }))).toBe(true);
  });
});

test('nobody but an administrator learns whether there is a user of some name', async () => {
  const instance = await start();
  const token = await tokenOf(instance);
  const { username } = await confirmed(instance);
  const one = refused(await instance.call('user', { username }, { token }));
  const other = refused(await instance.call('user', { username: 'nobody' }, { token }));
  expect({ ...one, info: { ...one.info, requestId: '' } }).toEqual({ ...other, info: { ...other.info, requestId: '' } });
});

test('an operation that Cognito may have carried out is not sent twice, and one that may be repeated is', async () => {
  const asked: string[] = [];
  const instance = await start({
    isBroken: (operation) => {
      asked.push(operation);
      return operation === 'AdminDeleteUser' || operation === 'ListUsers';
    },
  });
  const { token } = await administrator(instance);
  const { username } = await confirmed(instance);
  const times = (operation: string): number => asked.filter((name) => name === operation).length;
  const deletion = refused(await instance.call('adminDeleteUser', { input: { username } }, { token }));
  expect(deletion).toMatchObject({ code: 'UNAVAILABLE', info: { retryable: false } });
  expect(deletion.message).toMatch(/may be deleted/);
  expect(times('AdminDeleteUser')).toBe(1);
  expect(refused(await instance.call('users', {}, { token }))).toMatchObject({ code: 'UNAVAILABLE' });
  expect(times('ListUsers')).toBe(2);
});
