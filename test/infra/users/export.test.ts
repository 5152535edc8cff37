import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOfUsers, type UsersCommands, withUsersCommands } from '../../support/users-commands.ts';

async function withUsers(count: number): Promise<UsersCommands> {
  const commands = await withUsersCommands();
  const rows = Array.from({ length: count }, (_, number) => ({ 'cognito:username': `user-${number}` }));
  writeFileSync(commands.path('in.csv'), fileOfUsers(await commands.header(), rows));
  expect(await commands.run('import', commands.path('in.csv'))).toMatchObject({ code: 0 });
  return commands;
}

const read = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
/** The user names in an export, in order. */
const namesIn = (path: string): string[] =>
  read(path)
    .slice(1)
    .map((line) => line.split(',').at(-1) ?? '');
const more = (path: string) => read(path).map((line) => JSON.parse(line));

describe('npm run users:export', () => {
  test('writes all that Cognito gives, which an import into another pool takes', async () => {
    const { run, path, header, cognito, UserPoolId } = await withUsers(2);
    await cognito.adminUpdateUserAttributes({
      UserPoolId,
      Username: 'user-0',
      UserAttributes: [
        { Name: 'name', Value: 'Zoë, of "many"\nlines\\' },
        { Name: 'birthdate', Value: '2000-12-31' },
      ],
    });
    await cognito.adminDisableUser({ UserPoolId, Username: 'user-1' });
    await cognito.createGroup({ UserPoolId, GroupName: 'staff', Description: 'All of them', Precedence: 3 });
    await cognito.createGroup({ UserPoolId, GroupName: 'empty' });
    await cognito.adminAddUserToGroup({ UserPoolId, GroupName: 'staff', Username: 'user-1' });
    const file = path('out.csv');
    const { code, output } = await run('export', '--factors', file);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain('In the values of 1 users, a line break became a space');
    const columns = await header();
    const [first, ...rows] = read(file);
    expect(first).toBe(columns.join(','));
    expect(rows).toHaveLength(2);
    const zero = Object.fromEntries(columns.map((name, at) => [name, (rows[0] ?? '').split(/(?<!\\),/)[at]]));
    expect(zero).toMatchObject({
      name: 'Zoë\\, of "many" lines\\ ',
      birthdate: '12/31/2000',
      email_verified: 'true',
      'cognito:username': 'user-0',
    });
    const said = more(path('out.more.jsonl'));
    expect(said.filter(({ user }) => user).map(({ user }) => [user.username, user.status, user.enabled, user.factors])).toEqual([
      ['user-0', 'RESET_REQUIRED', true, []],
      ['user-1', 'RESET_REQUIRED', false, []],
    ]);
    expect(said.flatMap(({ group }) => group ?? []).filter(({ name }) => name !== 'admin')).toEqual([
      { name: 'empty' },
      { name: 'staff', description: 'All of them', precedence: 3 },
    ]);
    expect(said.flatMap(({ member }) => member ?? [])).toEqual([{ group: 'staff', username: 'user-1', sub: expect.any(String) }]);
    for (const name of ['out.csv', 'out.more.jsonl']) expect(statSync(path(name)).mode & 0o777).toBe(0o600);
    for (const Username of ['user-0', 'user-1']) await cognito.adminDeleteUser({ UserPoolId, Username });
    expect(await run('import', file)).toMatchObject({ code: 0, output: '2 imported, 0 skipped because they exist, 0 failed.\n' });
    const { UserAttributes } = await cognito.adminGetUser({ UserPoolId, Username: 'user-0' });
    expect(UserAttributes).toEqual(
      expect.arrayContaining([
        { Name: 'name', Value: 'Zoë, of "many" lines\\' },
        { Name: 'birthdate', Value: '2000-12-31' },
      ]),
    );
  });

  test('has each user once who is there throughout, while others are added and deleted', { tags: ['exhaustive'] }, async () => {
    const { begin, path, cognito, UserPoolId } = await withUsers(1_500);
    const file = path('out.csv');
    const { ended } = begin('export', file);
    let isOver = false;
    void ended.finally(() => {
      isOver = true;
    });
    for (let number = 0; !isOver && number < 700; number += 1) {
      await cognito.adminDeleteUser({ UserPoolId, Username: `user-${2 * number}` });
      await cognito.adminCreateUser({
        UserPoolId,
        Username: `new-${number}`,
        MessageAction: 'SUPPRESS',
        UserAttributes: [{ Name: 'email', Value: `new-${number}@example.com` }],
      });
    }
    expect(await ended).toMatchObject({ code: 0 });
    const names = namesIn(file);
    expect(new Set(names).size).toBe(names.length);
    const odd = Array.from({ length: 750 }, (_, number) => `user-${2 * number + 1}`);
    expect(odd.filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each([
    ['where it was', false],
    ['from the beginning of the list if its place has expired', true],
  ])('that was killed goes on %s, and has each user once', { tags: ['exhaustive'] }, async (_, isStale) => {
    const { begin, run, path, cognito, UserPoolId } = await withUsers(1_500);
    await cognito.createGroup({ UserPoolId, GroupName: 'staff' });
    for (let number = 0; number < 100; number += 1) {
      await cognito.adminAddUserToGroup({ UserPoolId, GroupName: 'staff', Username: `user-${number}` });
    }
    const file = path('out.csv');
    const killed = begin('export', file);
    killed.child.stderr?.once('data', () => killed.child.kill('SIGKILL'));
    expect((await killed.ended).code).toBeNull();
    const state = JSON.parse(readFileSync(`${file}.state.json`, 'utf8'));
    expect(state.users).toBeLessThan(1_500);
    // As if the kill had been in the middle of a write.
    writeFileSync(file, 'half a row', { flag: 'a' });
    if (isStale) writeFileSync(`${file}.state.json`, JSON.stringify({ ...state, usersToken: 'expired' }));
    const { code, output } = await run('export', file);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain('Going on after ');
    expect(output.includes('has expired')).toBe(isStale);
    expect(namesIn(file).toSorted()).toEqual(Array.from({ length: 1_500 }, (_, number) => `user-${number}`).toSorted());
    const said = more(path('out.more.jsonl'));
    expect(said.filter(({ user }) => user)).toHaveLength(1_500);
    expect(new Set(said.flatMap(({ member }) => member?.username ?? [])).size).toBe(100);
    expect(said.filter(({ member }) => member)).toHaveLength(100);
    expect((await run('export', file)).errors).toContain('exists already');
  });

  test('refuses to go on with the export of another pool', { tags: ['exhaustive'] }, async () => {
    const { run, path } = await withUsers(1);
    const file = path('out.csv');
    writeFileSync(`${file}.state.json`, JSON.stringify({ userPoolId: 'us-east-1_other', header: [] }));
    expect((await run('export', file)).errors).toContain('is from an export of another pool');
  });
});
