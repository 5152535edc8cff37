import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import { createTestPool, createTestPools, refusal, refusals, type TestPool } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';
import { createTriggerPool } from '../../../support/cognito/trigger-pool.ts';

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

async function withGroups(groups: Record<string, { Precedence?: number; RoleArn?: string }>, world: TestPool = createTestPool()) {
  await world.confirmedUser('ada');
  for (const [GroupName, settings] of Object.entries(groups)) {
    await world.cognito.createGroup({ UserPoolId: world.userPoolId, GroupName, ...settings });
    await world.cognito.adminAddUserToGroup({ UserPoolId: world.userPoolId, Username: 'ada', GroupName });
  }
  return world;
}

async function tokensOf(world: TestPool) {
  const { AuthenticationResult } = await signIn(world, 'ada');
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  return { access: decodeJwt(AccessToken), id: decodeJwt(IdToken), RefreshToken };
}

describe('CreateGroup, GetGroup, UpdateGroup and DeleteGroup', () => {
  test('a group is made, shown, changed and gone', async () => {
    const { cognito, userPoolId: UserPoolId, clock } = createTestPool();
    const named = { UserPoolId, GroupName: 'admin' };
    const { Group } = await cognito.createGroup({ ...named, Description: 'All of it', Precedence: 0, RoleArn: role('admin') });
    const created = new Date(clock.now());
    expect(Group).toEqual({
      ...named,
      Description: 'All of it',
      Precedence: 0,
      RoleArn: role('admin'),
      CreationDate: created,
      LastModifiedDate: created,
    });
    clock.advance({ hours: 1 });
    const changed = { ...Group, Description: 'Most of it', LastModifiedDate: new Date(clock.now()) };
    expect((await cognito.updateGroup({ ...named, Description: 'Most of it' })).Group).toEqual(changed);
    expect((await cognito.getGroup(named)).Group).toEqual(changed);
    await cognito.deleteGroup(named);
    expect(await refusal(cognito.getGroup(named))).toEqual({ name: 'ResourceNotFoundException', message: 'Group not found.' });
  });

  test('nothing but its name is needed', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    const { Group } = await cognito.createGroup({ UserPoolId, GroupName: 'staff' });
    expect(Object.keys(Group ?? {}).toSorted()).toEqual(['CreationDate', 'GroupName', 'LastModifiedDate', 'UserPoolId']);
  });

  test('a name is taken once in a pool', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    await cognito.createGroup({ UserPoolId, GroupName: 'admin' });
    expect(await refusal(cognito.createGroup({ UserPoolId, GroupName: 'admin' }))).toEqual({
      name: 'GroupExistsException',
      message: 'A group with the name already exists.',
    });
    const { UserPool } = await cognito.createUserPool({ PoolName: 'another' });
    await cognito.createGroup({ UserPoolId: UserPool?.Id, GroupName: 'admin' });
  });

  test.each([
    { GroupName: 'two words' },
    { GroupName: 'x'.repeat(129) },
    { GroupName: 'admin', RoleArn: 'not an ARN of anything' },
    { GroupName: 'admin', Precedence: -1 },
    { GroupName: 'admin', Precedence: 2 ** 31 },
    { GroupName: 'admin', Description: 'x'.repeat(2049) },
  ])('%j is refused', async (input) => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    expect((await refusal(cognito.createGroup({ UserPoolId, ...input }))).name).toBe('InvalidParameterException');
  });

  test('a group or a user that is not there is named as such', async () => {
    const { cognito, userPoolId: UserPoolId } = await withGroups({ staff: {} });
    const nowhere = { UserPoolId, GroupName: 'nowhere' };
    for (const told of await refusals([
      cognito.updateGroup(nowhere),
      cognito.deleteGroup(nowhere),
      cognito.listUsersInGroup(nowhere),
      cognito.adminAddUserToGroup({ ...nowhere, Username: 'ada' }),
      cognito.adminRemoveUserFromGroup({ ...nowhere, Username: 'ada' }),
    ])) {
      expect(told).toEqual({ name: 'ResourceNotFoundException', message: 'Group not found.' });
    }
    for (const told of await refusals([
      cognito.adminAddUserToGroup({ UserPoolId, GroupName: 'staff', Username: 'bob' }),
      cognito.adminRemoveUserFromGroup({ UserPoolId, GroupName: 'staff', Username: 'bob' }),
      cognito.adminListGroupsForUser({ UserPoolId, Username: 'bob' }),
    ])) {
      expect(told.name).toBe('UserNotFoundException');
    }
  });

  test('they are the administrator’s: an unsigned request is refused', async () => {
    const { pools } = createTestPool();
    for (const name of ['CreateGroup', 'AdminAddUserToGroup', 'ListUsersInGroup']) {
      const headers = { 'x-amz-target': `AWSCognitoIdentityProviderService.${name}` };
      const answer = await pools.handle({ method: 'POST', url: '/', headers, body: '{}', remoteAddress: '127.0.0.1' });
      expect(JSON.parse(String(answer.body))).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
    }
  });
});

describe('ListGroups, ListUsersInGroup and AdminListGroupsForUser', () => {
  test('come in pages', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const world = await withGroups(Object.fromEntries(names.map((name) => [name, {}])));
    const { cognito, userPoolId: UserPoolId } = world;
    const all = { UserPoolId, Username: 'ada', Limit: 2 };
    for (const list of [cognito.listGroups.bind(cognito), cognito.adminListGroupsForUser.bind(cognito)]) {
      const found: (string | undefined)[] = [];
      let NextToken: string | undefined;
      do {
        const page = await list({ ...all, ...(NextToken && { NextToken }) });
        expect(page.Groups?.length).toBeLessThanOrEqual(2);
        found.push(...(page.Groups ?? []).map(({ GroupName }) => GroupName));
        NextToken = page.NextToken;
      } while (NextToken);
      expect(found).toEqual(names);
    }
    const people = ['bob', 'cyd', 'dan'];
    for (const Username of people) {
      await world.confirmedUser(Username);
      await cognito.adminAddUserToGroup({ UserPoolId, Username, GroupName: 'a' });
    }
    const first = await cognito.listUsersInGroup({ UserPoolId, GroupName: 'a', Limit: 3 });
    expect(first.Users?.map(({ Username }) => Username)).toEqual(['ada', 'bob', 'cyd']);
    const last = await cognito.listUsersInGroup({ UserPoolId, GroupName: 'a', Limit: 3, NextToken: first.NextToken });
    expect(last.Users).toMatchObject([{ Username: 'dan', UserStatus: 'CONFIRMED', Enabled: true }]);
    expect(last.NextToken).toBeUndefined();
  });

  test('membership counts once, and ends', async () => {
    const { cognito, userPoolId: UserPoolId } = await withGroups({ staff: {} });
    const membership = { UserPoolId, Username: 'ada', GroupName: 'staff' };
    await cognito.adminAddUserToGroup(membership);
    expect((await cognito.adminListGroupsForUser({ UserPoolId, Username: 'ada' })).Groups).toHaveLength(1);
    await cognito.adminRemoveUserFromGroup(membership);
    await cognito.adminRemoveUserFromGroup(membership);
    expect((await cognito.adminListGroupsForUser({ UserPoolId, Username: 'ada' })).Groups).toEqual([]);
  });

  test('a user is in at most 100 groups', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `g${index}`);
    const { cognito, userPoolId: UserPoolId } = await withGroups(Object.fromEntries(names.map((name) => [name, {}])));
    await cognito.createGroup({ UserPoolId, GroupName: 'more' });
    const join = cognito.adminAddUserToGroup({ UserPoolId, Username: 'ada', GroupName: 'more' });
    expect(await refusal(join)).toEqual({
      name: 'InvalidParameterException',
      message: 'A user can be in at most 100 groups.',
    });
  });

  test('a deleted user, group and pool leave no membership', async () => {
    const world = await withGroups({ staff: {}, admin: {} });
    const { cognito, userPoolId: UserPoolId, database } = world;
    const members = () => database.sql.prepare('SELECT count(*) AS n FROM group_member').get()?.['n'];
    await cognito.deleteGroup({ UserPoolId, GroupName: 'staff' });
    await cognito.createGroup({ UserPoolId, GroupName: 'staff' });
    expect((await cognito.listUsersInGroup({ UserPoolId, GroupName: 'staff' })).Users).toEqual([]);
    expect(members()).toBe(1);
    await cognito.adminDeleteUser({ UserPoolId, Username: 'ada' });
    expect(members()).toBe(0);
    await world.confirmedUser('ada');
    expect((await tokensOf(world)).access).not.toHaveProperty('cognito:groups');
    await cognito.adminAddUserToGroup({ UserPoolId, Username: 'ada', GroupName: 'staff' });
    await cognito.deleteUserPool({ UserPoolId });
    expect(members()).toBe(0);
    expect(database.sql.prepare('SELECT count(*) AS n FROM user_group').get()?.['n']).toBe(0);
  });
});

describe('the tokens of a member', () => {
  test('hold the groups of the user by precedence; the ID token holds their roles, too', async () => {
    const world = await withGroups({
      aardvarks: {},
      zebras: { Precedence: 1, RoleArn: role('zebra') },
      lions: { Precedence: 10, RoleArn: role('lion') },
      bears: { Precedence: 10, RoleArn: role('lion') },
    });
    const { access, id, RefreshToken } = await tokensOf(world);
    const names = ['zebras', 'bears', 'lions', 'aardvarks'];
    expect(access['cognito:groups']).toEqual(names);
    expect(id['cognito:groups']).toEqual(names);
    expect(id['cognito:roles']).toEqual([role('zebra'), role('lion')]);
    expect(id['cognito:preferred_role']).toBe(role('zebra'));
    expect(access).not.toHaveProperty('cognito:roles');
    // A refresh sees what has changed since.
    await world.cognito.adminRemoveUserFromGroup({ UserPoolId: world.userPoolId, Username: 'ada', GroupName: 'zebras' });
    const { AuthenticationResult } = await world.cognito.initiateAuth({
      ClientId: world.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    });
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')['cognito:groups']).toEqual(['bears', 'lions', 'aardvarks']);
  });

  test('prefer no role where two groups come first with different ones, and the one they share where they share it', async () => {
    const world = await withGroups({
      lions: { Precedence: 1, RoleArn: role('lion') },
      tigers: { Precedence: 1, RoleArn: role('tiger') },
    });
    expect((await tokensOf(world)).id).not.toHaveProperty('cognito:preferred_role');
    const changed = { UserPoolId: world.userPoolId, GroupName: 'tigers', RoleArn: role('lion') };
    await world.cognito.updateGroup(changed);
    expect((await tokensOf(world)).id).toMatchObject({
      'cognito:preferred_role': role('lion'),
      'cognito:roles': [role('lion')],
    });
  });

  test('have none of these claims without a group', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    const { access, id } = await tokensOf(world);
    for (const claims of [access, id]) expect(Object.keys(claims).filter((name) => /groups|role/.test(name))).toEqual([]);
  });
});

describe('PreTokenGeneration and groups', () => {
  const answer = (details: object) => (event: { response: object }) => ({
    ...event,
    response: { claimsOverrideDetails: details },
  });

  test('is told of them', async () => {
    const world = createTriggerPool({ PreTokenGeneration: (event) => event });
    await withGroups({ zebras: { Precedence: 1, RoleArn: role('zebra') }, lions: {} }, world);
    const { access } = await tokensOf(world);
    expect(world.calls.at(-1)?.request.groupConfiguration).toEqual({
      groupsToOverride: ['zebras', 'lions'],
      iamRolesToOverride: [role('zebra')],
      preferredRole: role('zebra'),
    });
    expect(access['cognito:groups']).toEqual(['zebras', 'lions']);
  });

  test.each<[string, object, unknown]>([
    ['leaves them as they are by silence', { claimsToAddOrOverride: { a: 'b' } }, ['zebras']],
    ['suppresses them by null', { groupOverrideDetails: null }, undefined],
    ['suppresses them by an empty object', { groupOverrideDetails: {} }, undefined],
    ['puts others in their place', { groupOverrideDetails: { groupsToOverride: ['lions'] } }, ['lions']],
  ])('%s', async (_, details, groups) => {
    const world = createTriggerPool({ PreTokenGeneration: answer(details) });
    await withGroups({ zebras: { RoleArn: role('zebra') } }, world);
    const { access, id } = await tokensOf(world);
    expect(access['cognito:groups']).toEqual(groups);
    expect(id['cognito:groups']).toEqual(groups);
    expect('cognito:roles' in id).toBe(!('groupOverrideDetails' in details));
  });
});

describe('provisionUserPoolGroup', () => {
  const start = () => {
    const database = openDatabase(':memory:');
    return createTestPool({}, {}, createTestPools(database));
  };

  test('keeps the members over a change of settings', async () => {
    const world = start();
    const properties = { UserPoolId: world.userPoolId, GroupName: 'admin', Precedence: '1' };
    expect(world.pools.provisionUserPoolGroup('Admins', properties)).toBe('admin');
    await world.confirmedUser('ada');
    await world.cognito.adminAddUserToGroup({ UserPoolId: world.userPoolId, Username: 'ada', GroupName: 'admin' });
    world.pools.provisionUserPoolGroup('Admins', { ...properties, Precedence: 2, Description: 'Again' });
    expect((await world.cognito.listGroups({ UserPoolId: world.userPoolId })).Groups).toMatchObject([
      { GroupName: 'admin', Precedence: 2, Description: 'Again' },
    ]);
    expect((await tokensOf(world)).access['cognito:groups']).toEqual(['admin']);
  });

  test('another name is another group, and without one it has that of the resource', async () => {
    const world = start();
    const { userPoolId: UserPoolId } = world;
    world.pools.provisionUserPoolGroup('Admins', { UserPoolId, GroupName: 'admin' });
    expect(world.pools.provisionUserPoolGroup('Admins', { UserPoolId })).toBe('Admins');
    expect((await world.cognito.listGroups({ UserPoolId })).Groups?.map(({ GroupName }) => GroupName)).toEqual(['Admins']);
  });

  test('a group of a pool that is not there is refused', () => {
    const { pools } = start();
    expect(() => pools.provisionUserPoolGroup('Admins', { UserPoolId: 'eu-west-1_Nowhere00' })).toThrow('does not exist');
  });
});
