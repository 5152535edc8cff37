import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readArguments } from '../../../infra/command-line/arguments.ts';
import { importDescription } from '../../../infra/users/import/arguments.ts';
import { importUsers } from '../../../infra/users/import/import-users.ts';
import { cognitoLimits } from '../../../infra/users/import/run-job.ts';
import { type Target, targetOf } from '../../../infra/users/target.ts';
import { fileOfUsers, type UsersCommands, withUsersCommands } from '../../support/users-commands.ts';

const role = 'arn:aws:iam::123456789012:role/import';

async function importing(commands: UsersCommands, rows: number) {
  const { system, path, header } = commands;
  const target = targetOf(readArguments(importDescription, ['users.csv'], {}), { DATA_DIR: system.dataDir });
  const file = path('users.csv');
  const named = Array.from({ length: rows }, (_, number) => ({
    'cognito:username': `user-${number}`,
    email: `user-${number}@b.c`,
  }));
  writeFileSync(file, fileOfUsers(await header(), named));
  const said: string[] = [];
  const shown: number[] = [];
  const progress = { at: (done: number) => shown.push(done), end: () => undefined };
  const run = (limits = cognitoLimits, changed: Partial<Target> = {}) =>
    importUsers({
      target: { ...target, ...changed },
      path: file,
      progress,
      print: (line) => said.push(line),
      roleArn: role,
      algorithm: undefined,
      limits,
    });
  return { target, file, run, said, shown };
}

test('a file that is too large for one job is imported by several, one after the other', { tags: ['exhaustive'] }, async () => {
  const commands = await withUsersCommands();
  const { run, said, shown, file } = await importing(commands, 1_000);
  const lines = readFileSync(file, 'utf8').split('\n');
  lines[500] = `${lines[500]},one too many`;
  writeFileSync(file, lines.join('\n'));
  expect(await run({ rows: 300, bytes: 100_000_000 })).toBe(1);
  expect(said).toEqual([
    'line 501: The row has 22 values, and the header has 21 columns. A comma within a value follows a backslash.',
    '999 imported, 0 skipped because they exist, 1 failed.',
  ]);
  expect(shown.at(-1)).toBe(999);
  expect(shown).toEqual(shown.toSorted((one, other) => one - other));
  const { cognito, UserPoolId } = commands;
  const { UserImportJobs = [] } = await cognito.listUserImportJobs({ UserPoolId, MaxResults: 10 });
  expect(UserImportJobs.map(({ ImportedUsers }) => ImportedUsers)).toEqual([99, 300, 300, 300]);
  expect(await run({ rows: 10_000, bytes: 20_000 })).toBe(1);
  expect(said.at(-1)).toBe('0 imported, 999 skipped because they exist, 1 failed.');
});

test('rows that a job has not reached are imported by the next one, however Cognito counts lines', {
  tags: ['exhaustive'],
}, async () => {
  const commands = await withUsersCommands();
  const { run, said, target } = await importing(commands, 30);
  const { cognito } = target;
  // The first job reaches 10 of its 30 rows and counts the header as no line, as Cognito may do.
  let jobs = 0;
  const gaveUp = new Map<string, number>();
  const giving: typeof cognito = Object.create(cognito, {
    createUserImportJob: {
      value: async (input: Parameters<typeof cognito.createUserImportJob>[0]) => {
        const created = await cognito.createUserImportJob(input);
        jobs += 1;
        if (jobs === 1) gaveUp.set(created.UserImportJob?.JobId ?? '', 10);
        return created;
      },
    },
    describeUserImportJob: {
      value: async (input: Parameters<typeof cognito.describeUserImportJob>[0]) => {
        const { UserImportJob = {} } = await cognito.describeUserImportJob(input);
        if (!gaveUp.has(input.JobId ?? '') || UserImportJob.Status !== 'Succeeded') return { UserImportJob };
        return { UserImportJob: { ...UserImportJob, Status: 'Failed', ImportedUsers: 10 } };
      },
    },
  });
  const fetched = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const answer = await fetched(input, init);
    const asked = JSON.parse(String(init?.body ?? '{}'));
    if (!gaveUp.has(String(asked.logStreamNames?.[0]).split('/')[0] ?? '')) return answer;
    const { events } = (await answer.json()) as { events: { message: string }[] };
    const lines = events
      .slice(0, 10)
      .map(({ message }) => ({ message: message.replace(/\d+/, (line) => String(Number(line) - 1)) }));
    return Response.json({ events: lines });
  };
  try {
    expect(await run(cognitoLimits, { cognito: giving })).toBe(0);
  } finally {
    globalThis.fetch = fetched;
  }
  expect(said.at(-1)).toBe('10 imported, 20 skipped because they exist, 0 failed.');
  expect(jobs).toBe(2);
});

test('a job that somebody stops ends the command, which goes on when it is run again', { tags: ['exhaustive'] }, async () => {
  const commands = await withUsersCommands();
  const { run, target, said } = await importing(commands, 20_000);
  const { cognito, UserPoolId } = commands;
  const stopping: typeof target.cognito = Object.create(target.cognito, {
    startUserImportJob: {
      value: async (input: Parameters<typeof cognito.startUserImportJob>[0]) => {
        const started = await target.cognito.startUserImportJob(input);
        await cognito.stopUserImportJob({ UserPoolId, JobId: input.JobId });
        return started;
      },
    },
  });
  await expect(run(cognitoLimits, { cognito: stopping })).rejects.toThrow(
    /The import ended early: The Import Job was stopped by the developer\. Run the command again to go on\.$/,
  );
  const before = (await commands.names()).length;
  expect(before).toBeLessThan(20_000);
  expect(await run()).toBe(0);
  expect(said.at(-1)).toBe(
    `${(20_000 - before).toLocaleString('en')} imported, ${before.toLocaleString('en')} skipped because they exist, 0 failed.`,
  );
});
