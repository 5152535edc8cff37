import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { LoginDocument, MeDocument, RespondToChallengeDocument } from '../../examples/generated/operations.ts';
import { AdminUsersDocument } from '../../examples/web/src/generated/admin.ts';
import { stages } from '../../infra/config.ts';
import { succeeded } from '../support/send.ts';
import { startStage } from '../support/stage.ts';
import { expectTokens } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';

/** The file of the project. */
const seedFile = 'seed.json';
const password = 'Correct-horse-battery-1';

const post = async ({ runtime }: System, path: string, body: object = {}) => {
  const url = new URL(path, runtime.outputs.GraphQLUrl);
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
};

describe('the seed users in the dev stage', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem({ seedFile });
    expect((await post(system, '/dev/seed')).status).toBe(200);
  });

  afterAll(() => system.close());

  const login = (username: string) => system.send(LoginDocument, { input: { username, password } });

  test.each([
    ['confirmed', 'Tokens'],
    ['forced', 'NewPasswordRequiredChallenge'],
    ['totp', 'SoftwareTokenMfaChallenge'],
    ['admin', 'Tokens'],
  ])('%s is answered with %s', async (username, typename) => {
    expect(succeeded(await login(username)).login.__typename).toBe(typename);
  });

  test.each([
    ['unconfirmed', 'USER_NOT_CONFIRMED'],
    ['reset', 'PASSWORD_RESET_REQUIRED'],
    ['disabled', 'USER_DISABLED'],
  ])('%s is refused with %s', async (username, errorType) => {
    expect((await login(username)).errors).toMatchObject([{ errorType }]);
  });

  test('the administrator’s tokens name their group, and open the operations of administrators', async () => {
    const { accessToken } = expectTokens(succeeded(await login('admin')).login);
    expect(succeeded(await system.send(MeDocument, {}, accessToken)).me.groups).toEqual(['admin']);
    const filter = 'status = "Disabled"';
    const { users } = succeeded(await system.send(AdminUsersDocument, { filter }, accessToken));
    expect(users.items.map(({ username }) => username)).toEqual(['disabled']);
  });

  test('the code that the developer page shows signs in the user with the app', async () => {
    const challenge = succeeded(await login('totp')).login;
    if (challenge.__typename !== 'SoftwareTokenMfaChallenge') throw new Error(`${challenge.__typename} was not asked for.`);
    const told = await fetch(new URL('/dev/users/totp', system.runtime.outputs.GraphQLUrl));
    const { totp } = (await told.json()) as { totp: { code: string } };
    const { name, username, session } = challenge;
    const input = { name, username, session, code: totp.code };
    expectTokens(succeeded(await system.send(RespondToChallengeDocument, { input })).respondToChallenge);
  });
});

test('the seed users fit the prod stage too', async () => {
  const system = await startStage(stages.prod, { seedFile });
  onTestFinished(() => system.close());
  const answer = await post(system, '/dev/seed');
  expect(await answer.json()).toMatchObject({ message: 'Every seed user is as the seed file says.' });
}, 60_000);
