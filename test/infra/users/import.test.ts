import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beginCommand, fileOfUsers, withUsersCommands } from '../../support/users-commands.ts';

const numbered = (count: number, row: (number: number) => Readonly<Record<string, string>> = () => ({})) =>
  Array.from({ length: count }, (_, number) => ({ 'cognito:username': `user-${number}`, ...row(number) }));

describe('npm run users:import', () => {
  test('imports a file, shows how far it is, and skips who is there when it is run again', async () => {
    const { run, path, header, names, cognito, UserPoolId } = await withUsersCommands();
    const file = path('users.csv');
    writeFileSync(file, fileOfUsers(await header(), numbered(1_200)));
    const first = await run('import', file);
    expect(first).toMatchObject({ code: 0, output: '1,200 imported, 0 skipped because they exist, 0 failed.\n' });
    expect(first.errors).toContain('Importing users 1,200 of 1,200\n');
    expect(await names()).toHaveLength(1_200);
    const user = await cognito.adminGetUser({ UserPoolId, Username: 'user-7' });
    expect(user).toMatchObject({ UserStatus: 'RESET_REQUIRED', Enabled: true });
    expect(await run('import', file)).toMatchObject({
      code: 0,
      output: '0 imported, 1,200 skipped because they exist, 0 failed.\n',
    });
  });

  test('with 1,000 wrong rows among good ones loses no good one and names each wrong one by its line', async () => {
    const { run, path, header, names } = await withUsersCommands();
    const file = path('users.csv');
    const columns = await header();
    // Some are found before the upload, others only by the pool.
    const wrong: readonly Record<string, string>[] = [
      { email_verified: 'perhaps' },
      { email: 'not an address' },
      { email_verified: '' },
      { 'cognito:mfa_enabled': '' },
      { name: 'a, b' },
    ];
    const isWrong = (number: number): boolean => number % 3 === 1;
    const rows = numbered(3_000, (number) => (isWrong(number) ? (wrong[number % wrong.length] ?? {}) : {}));
    writeFileSync(file, fileOfUsers(columns, rows));
    const { code, output } = await run('import', file);
    expect(code).toBe(1);
    const said = output.trimEnd().split('\n');
    expect(said.at(-1)).toBe('2,000 imported, 0 skipped because they exist, 1,000 failed.');
    const lines = said.slice(0, -1).map((line) => Number(/^line (\d+): .+\.$/.exec(line)?.[1]));
    const expected = rows.flatMap((_, number) => (isWrong(number) ? [number + 2] : []));
    expect(lines.toSorted((one, other) => one - other)).toEqual(expected);
    expect(new Set(await names())).toEqual(
      new Set(rows.flatMap((row, number) => (isWrong(number) ? [] : [row['cognito:username']]))),
    );
  });

  test('takes hashes of passwords, and never shows one', { tags: ['exhaustive'] }, async () => {
    const { run, path, header, cognito, system } = await withUsersCommands();
    const file = path('users.csv');
    const hash = '$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe';
    const columns = [...(await header()), 'cognito:password_hash'];
    const rows = [
      { 'cognito:username': 'ada', 'cognito:password_hash': hash },
      { 'cognito:username': 'joan', 'cognito:password_hash': `${hash}x` },
      { 'cognito:username': 'grace', 'cognito:password_hash': `${hash},` },
    ];
    writeFileSync(file, fileOfUsers(columns, rows));
    expect((await run('import', file)).errors).toContain('Name the algorithm of the hashes with --hash.');
    const { code, output, errors } = await run('import', '--hash', 'bcrypt', file);
    expect({ code, errors }).toMatchObject({ code: 1 });
    expect(output).toMatch(/^line 4: [^\n]+\nline 3: [^\n]+\n1 imported, 0 skipped because they exist, 2 failed\.\n$/);
    expect(output + errors + system.log.join('\n')).not.toContain(hash.slice(7, 20));
    const { AuthenticationResult, ChallengeName } = await cognito.initiateAuth({
      ClientId: system.runtime.outputs.UserPoolClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: 'a', PREFERRED_CHALLENGE: 'PASSWORD' },
    });
    expect(AuthenticationResult ?? ChallengeName).toBeDefined();
  });

  test('shows neither the URL of the upload nor anything of a user', { tags: ['exhaustive'] }, async () => {
    const { run, path, header, cognito, UserPoolId, system } = await withUsersCommands();
    const file = path('users.csv');
    writeFileSync(
      file,
      fileOfUsers(await header(), [{ 'cognito:username': 'ada' }, { 'cognito:username': 'joan', email: 'secret' }]),
    );
    const { output, errors } = await run('import', file);
    const { UserImportJobs: [job] = [] } = await cognito.listUserImportJobs({ UserPoolId, MaxResults: 1 });
    const signature = new URL(job?.PreSignedUrl ?? '').searchParams.get('X-Amz-Signature') ?? '-';
    const all = output + errors + system.log.join('\n');
    for (const secret of [signature, 'joan', 'secret']) expect(all).not.toContain(secret);
  });

  test('refuses a file with other columns before it uploads anything', { tags: ['exhaustive'] }, async () => {
    const { run, path, header, cognito, UserPoolId } = await withUsersCommands();
    const columns = await header();
    const files: readonly [string, string, RegExp][] = [
      ['lacks.csv', fileOfUsers(columns.slice(1), []), new RegExp(`lacks "${columns[0]}"`)],
      ['more.csv', fileOfUsers([...columns, 'custom:x'], []), /has "custom:x", which the pool does not have/],
      ['mark.csv', `\u{feff}${fileOfUsers(columns, [])}`, /begins with a byte order mark/],
      ['empty.csv', '', /is empty/],
    ];
    for (const [name, text, problem] of files) {
      writeFileSync(path(name), text);
      const { code, errors } = await run('import', path(name));
      expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(problem) });
    }
    expect((await run('import', path('none.csv'))).errors).toContain('cannot be read (ENOENT)');
    expect((await cognito.listUserImportJobs({ UserPoolId, MaxResults: 1 })).UserImportJobs).toEqual([]);
  });

  test('ends in one line if something is missing', async () => {
    const run = (...args: string[]) => beginCommand('import', args, { DATA_DIR: '/nowhere' }).ended;
    expect(await run()).toMatchObject({ code: 1, errors: 'Name the file, such as users.csv.\n' });
    expect((await run('users.csv')).errors).toBe(
      '/nowhere/outputs.json cannot be read: npm start writes it; --stage names a deployed stage.\n',
    );
    expect((await run('--stage', 'prod', 'users.csv')).errors).toMatch(
      /outputs\.prod\.json cannot be read: npm run deploy -- --stage prod writes it\.\n$/,
    );
    expect((await run('a.csv', 'b.csv')).errors).toMatch(
      /^There is no argument "b\.csv": this command takes <file\.csv>, --stage/,
    );
    expect((await run('--help')).output).toContain('npm run users:import -- ');
  });

  test('asks for a role before anything else for a deployed stage, and names what AWS refuses', {
    tags: ['exhaustive'],
  }, async () => {
    const { path } = await withUsersCommands();
    const outputs = path('outputs.json');
    const endpoint = 'https://cognito-idp.eu-west-1.invalid';
    writeFileSync(
      outputs,
      JSON.stringify({ Stack: { UserPoolId: 'eu-west-1_a', Region: 'eu-west-1', CognitoEndpoint: endpoint } }),
    );
    const { code, errors } = await beginCommand('import', ['--stage', 'prod', '--outputs', outputs, 'users.csv'], {}).ended;
    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(/^Name the role with which Cognito writes the log/),
    });
  });
});
