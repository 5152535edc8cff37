import { AdminDisableUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserSummary } from '../../../resolvers/generated/schema.ts';
import { refused, succeeded } from '../../support/caller.ts';
import { administrator, makeGroup } from '../../support/resolvers/administrators.ts';
import { createInstance, type Instance } from '../../support/resolvers/instance.ts';

let instance: Instance;
let token: string;

beforeAll(async () => {
  instance = createInstance();
  await makeGroup(instance);
  token = (await administrator(instance)).token;
  for (const [username, name] of [
    ['ann', 'Ann "the \\ hat"'],
    ['anna', 'Anna'],
    ['bob', 'Bob'],
  ] as const) {
    const attributes = [{ name: 'given_name', value: name }];
    const input = { username, email: `${username}@example.com`, temporaryPassword: 'Correct-horse-1', attributes };
    succeeded(await instance.call('adminCreateUser', { input }, { token }));
  }
  await instance.admin.send(new AdminDisableUserCommand({ UserPoolId: instance.userPoolId, Username: 'bob' }));
});
afterAll(() => instance.close());

test.each([
  ['username = "ann"', ['ann']],
  ['username ^= "ann"', ['ann', 'anna']],
  ['  "email"="bob@example.com" ', ['bob']],
  ['given_name = "Ann \\"the \\\\ hat\\""', ['ann']],
  ['cognito:user_status = "force_change_password"', ['ann', 'anna', 'bob']],
  ['status = "Disabled"', ['bob']],
  ['family_name = "nobody"', []],
])('the filter %s finds %j', async (filter, names) => {
  const { items } = succeeded(await instance.call('users', { filter }, { token }));
  expect(items.map(({ username }: UserSummary) => username).toSorted()).toEqual(names);
});

test.each([[''], ['  '], [null]])('the filter %j finds everybody', async (filter) => {
  expect(succeeded(await instance.call('users', { filter }, { token })).items).toHaveLength(4);
});

test.each([
  ['email', /form/],
  ['email = ann@example.com', /form/],
  ['email like "ann"', /form/],
  ['email = "ann" and status = "Enabled"', /form/],
  ['email = "a"b"', /form/],
  ['email = "a\\n"', /form/],
  ['custom:role = "x"', /attributes of your own/],
  ['nickname = "x"', /only by username, sub, email/],
  ['cognito:user_status = "HAPPY"', /one of .*UNCONFIRMED/],
  ['status = "enabled"', /"Enabled" or "Disabled"/],
  [`email = "${'a'.repeat(256)}"`, /at most 256 characters/],
])('the filter %s is refused before Cognito is asked', async (filter, words) => {
  const error = refused(await instance.call('users', { filter }, { token }));
  expect(error).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'filter', cognito: null } });
  expect(error.message).toMatch(words);
});
