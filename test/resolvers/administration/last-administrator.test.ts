import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { refused, succeeded } from '../../support/caller.ts';
import { administrator } from '../../support/resolvers/administrators.ts';
import { start } from './world.ts';

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

  test('is the only one who can sign in', async () => {
    const world = await start();
    const { call, token, boss } = world;
    const other = await administrator(world);
    succeeded(await call('adminDisableUser', { input: { username: other.person.username } }, { token }));
    const answer = await call('adminDeleteUser', { input: { username: boss.username } }, { token });
    expect(refused(answer).code).toBe('LAST_ADMINISTRATOR');
  });
});
