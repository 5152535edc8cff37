import { expect, onTestFinished, test } from 'vitest';
import type { Activity, AdminActivity } from '../../../resolvers/generated/schema.ts';
import { succeeded } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { adminCalls, administrator, makeGroup } from '../../support/resolvers/administrators.ts';
import { createInstance } from '../../support/resolvers/instance.ts';
import { confirmed, newPassword, signedIn } from '../../support/resolvers/people.ts';

async function start() {
  const table = startAccountTable();
  const instance = createInstance({ accountTable: table });
  onTestFinished(() => instance.close());
  await makeGroup(instance);
  await makeGroup(instance, 'staff');
  const { person: boss, token } = await administrator(instance);
  const subOf = async (username: string): Promise<string> => succeeded(await instance.call('user', { username }, { token })).sub;
  const trailOf = async (username: string): Promise<readonly AdminActivity[]> =>
    succeeded(await instance.call('adminListActivity', { username }, { token })).items;
  return { ...instance, table, boss, token, subOf, trailOf };
}

test('what an administrator does stands in the trail of the user, with who did it, and in their own', async () => {
  const { call, token, boss, subOf, trailOf, table, ...instance } = await start();
  const person = await confirmed({ call, ...instance });
  const { username } = person;
  const before = (await trailOf(username)).length;
  const acts = [
    ['adminDisableUser', {}, 'ACCOUNT_DISABLED', null],
    ['adminEnableUser', {}, 'ACCOUNT_ENABLED', null],
    ['adminSetUserPassword', { password: newPassword(), permanent: true }, 'PASSWORD_CHANGED', null],
    ['adminUserGlobalSignOut', {}, 'SIGNED_OUT_EVERYWHERE', null],
    ['adminUpdateUserAttributes', { attributes: [{ name: 'given_name', value: 'A' }] }, 'PROFILE_CHANGED', 'given_name'],
    ['adminAddUserToGroup', { groupName: 'staff' }, 'GROUP_JOINED', 'staff'],
    ['adminRemoveUserFromGroup', { groupName: 'staff' }, 'GROUP_LEFT', 'staff'],
    ['adminResetRecoveryCodes', {}, 'RECOVERY_CODES_REMOVED', null],
    ['adminSetUserMfaPreference', { sms: { enabled: false } }, 'FACTOR_REMOVED', 'SMS_MFA'],
  ] as const;
  for (const [field, more] of acts) {
    table.advance(1_000);
    // The input is the field's own, by the table.
    succeeded(await call(field, { input: { username, ...more } } as never, { token }));
  }
  const [actor, sub] = [await subOf(boss.username), await subOf(username)];
  const entries = (await trailOf(username)).slice(0, -before || undefined).toReversed();
  expect(entries.map(({ kind, detail, actor: who }) => [kind, detail, who])).toEqual(
    acts.map(([, , kind, detail]) => [kind, detail, actor]),
  );
  const own = (await trailOf(boss.username)).filter(({ kind }) => kind === 'ADMINISTERED').toReversed();
  expect(own.map(({ detail }) => detail)).toEqual(acts.map(([field]) => `${field} ${sub}`));
});

test('who is deleted has no trail, and the administrator has', async () => {
  const { call, token, boss, subOf, trailOf, table, ...instance } = await start();
  const { username } = await confirmed({ call, ...instance });
  const sub = await subOf(username);
  table.advance(1_000);
  succeeded(await call('adminDeleteUser', { input: { username } }, { token }));
  expect((await trailOf(boss.username))[0]).toMatchObject({ kind: 'ADMINISTERED', detail: `adminDeleteUser ${sub}` });
});

test('a new user and a group stand in the trail of the administrator', async () => {
  const { call, token, boss, subOf, trailOf } = await start();
  const input = { username: 'ann', temporaryPassword: newPassword() };
  succeeded(await call('adminCreateUser', { input }, { token }));
  succeeded(await call('createGroup', { input: { groupName: 'guests' } }, { token }));
  const sub = await subOf('ann');
  expect((await trailOf('ann')).map(({ kind }) => kind)).toEqual(['INVITED']);
  const details = (await trailOf(boss.username)).flatMap(({ kind, detail }) => (kind === 'ADMINISTERED' ? (detail ?? '') : []));
  expect(details.toSorted()).toEqual([`adminCreateUser ${sub}`, 'createGroup guests']);
});

test('the user sees that it was an administrator, and neither who nor from where', async () => {
  const { call, token, ...instance } = await start();
  const person = await confirmed({ call, ...instance });
  const { accessToken } = await signedIn({ call, ...instance }, person);
  succeeded(
    await call(
      'adminUpdateUserAttributes',
      {
        input: { username: person.username, attributes: [{ name: 'given_name', value: 'A' }] },
      },
      { token },
    ),
  );
  const items: readonly Activity[] = succeeded(await call('activity', {}, { token: accessToken })).items;
  const [entry] = items.filter(({ kind }) => kind === 'PROFILE_CHANGED');
  expect(entry).toEqual({
    kind: 'PROFILE_CHANGED',
    at: entry?.at,
    device: null,
    ipAddress: null,
    detail: 'given_name',
    byAdministrator: true,
  });
  expect(items.filter(({ kind }) => kind === 'SIGNED_IN')).toMatchObject([{ byAdministrator: false, device: 'vitest' }]);
});

test('a refused act stands nowhere', async () => {
  const { call, token, boss, trailOf } = await start();
  for (const [field, args] of Object.entries(adminCalls('nobody'))) {
    if (field === 'adminCreateUser' || field.endsWith('Group')) continue;
    await call(field as 'user', args as { username: string }, { token }); // as the table pairs them
  }
  expect((await trailOf(boss.username)).filter(({ kind }) => kind === 'ADMINISTERED')).toEqual([]);
});
