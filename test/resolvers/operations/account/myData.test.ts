import { expect, onTestFinished, test } from 'vitest';
import { refused, succeeded } from '../../../support/caller.ts';
import { startAccountTable } from '../../../support/resolvers/account-table.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';

function start(options: Parameters<typeof createInstance>[0] = {}) {
  const instance = createInstance(options);
  onTestFinished(() => instance.close());
  return instance;
}

test('all that is kept of a user is one document', async () => {
  const world = start({ accountTable: startAccountTable() });
  const person = await confirmed(world);
  const { accessToken: token } = await signedIn(world, person);
  succeeded(await world.call('generateRecoveryCodes', {}, { token }));
  expect(succeeded(await world.call('myData', {}, { token }))).toMatchObject({
    user: { username: person.username, email: person.email },
    factors: { mfa: { enabled: [] } },
    passkeys: [],
    devices: null,
    sessions: null,
    recoveryCodes: { remaining: 10, createdAt: '2026-01-01T00:00:00.000Z' },
    activity: { items: expect.arrayContaining([expect.objectContaining({ kind: 'RECOVERY_CODES_MADE' })]), nextToken: null },
  });
});

test('what the stage does not keep is null', async () => {
  const world = start();
  const { accessToken: token } = await signedIn(world, await confirmed(world));
  expect(succeeded(await world.call('myData', {}, { token }))).toMatchObject({ recoveryCodes: null, activity: null });
});

test('is for nobody whose token was revoked', async () => {
  const world = start({ accountTable: startAccountTable() });
  const { accessToken: token } = await signedIn(world, await confirmed(world));
  succeeded(await world.call('globalSignOut', {}, { token }));
  for (const field of ['myData', 'activity', 'recoveryCodes', 'generateRecoveryCodes'] as const) {
    expect(refused(await world.call(field, {}, { token })).code).toBe('TOKEN_REVOKED');
  }
});

test('of a user who is deleted nothing is left in the table', async () => {
  const table = startAccountTable();
  const world = start({ accountTable: table });
  const person = await confirmed(world);
  const { accessToken: token } = await signedIn(world, person);
  succeeded(await world.call('generateRecoveryCodes', {}, { token }));
  succeeded(await world.call('deleteUser', {}, { token }));
  expect(table.content()).toBe('[]');
});
