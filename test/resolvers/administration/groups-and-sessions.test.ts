import { SetUserPoolSessionConfigurationCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import type { Session, UserSummary } from '../../../resolvers/generated/schema.ts';
import { refused, succeeded } from '../../support/caller.ts';
import { confirmed, signedIn } from '../../support/resolvers/people.ts';
import { start } from './world.ts';

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
