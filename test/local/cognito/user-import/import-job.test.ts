import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, refusal } from '../../../support/cognito/pool.ts';
import { createdJob, csvOf, ended, imported, importRole, logOf, uploadTo } from '../../../support/cognito/user-import.ts';

describe('GetCSVHeader', () => {
  test('has the attributes of the pool, its own among them, and two columns of Cognito', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool({
      Schema: [{ Name: 'tenant', AttributeDataType: 'String', Mutable: true }],
    });
    expect(await cognito.getCSVHeader({ UserPoolId })).toMatchObject({
      UserPoolId,
      CSVHeader: [
        ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture'],
        ...['website', 'email', 'email_verified', 'gender', 'birthdate', 'zoneinfo', 'locale', 'phone_number'],
        ...['phone_number_verified', 'address', 'updated_at', 'custom:tenant', 'cognito:mfa_enabled', 'cognito:username'],
      ],
    });
  });
});

describe('a user import job', () => {
  test('is created, takes a file, is started, and ends with its counts and a line for each row', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId, clock } = world;
    await world.confirmedUser('grace');
    const job = await createdJob(world);
    expect(job).toEqual({
      JobId: expect.stringMatching(/^import-[0-9A-Za-z]{10}$/),
      JobName: 'From the old system',
      UserPoolId,
      CloudWatchLogsRoleArn: importRole,
      PreSignedUrl: expect.stringContaining('X-Amz-Signature='),
      CreationDate: new Date(clock.now()),
      Status: 'Created',
      ImportedUsers: 0,
      SkippedUsers: 0,
      FailedUsers: 0,
    });
    expect((await uploadTo(world, job, csvOf(['ada', 'grace', 'joan'].map(named)))).status).toBe(200);
    clock.advance({ seconds: 20 });
    const StartDate = new Date(clock.now());
    const started = await cognito.startUserImportJob({ UserPoolId, JobId: job.JobId });
    expect(started.UserImportJob).toEqual({ ...job, Status: 'Pending', StartDate });
    expect(await ended(world, job)).toEqual({
      ...job,
      StartDate,
      CompletionDate: StartDate,
      Status: 'Succeeded',
      ImportedUsers: 2,
      SkippedUsers: 1,
      CompletionMessage: 'The user import job has completed.',
    });
    expect(await logOf(world, job)).toEqual([
      '[SUCCEEDED] Line Number 2 - The import succeeded.',
      '[SKIPPED] Line Number 3 - The user already exists.',
      '[SUCCEEDED] Line Number 4 - The import succeeded.',
    ]);
    const ada = await cognito.adminGetUser({ UserPoolId, Username: 'ada' });
    expect(ada).toMatchObject({ UserStatus: 'RESET_REQUIRED', Enabled: true, UserCreateDate: StartDate });
  });

  test('needs a role by its ARN, a plain name, and an algorithm that Cognito knows', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    const right = { UserPoolId, JobName: 'Any', CloudWatchLogsRoleArn: importRole };
    const wrong = [
      { CloudWatchLogsRoleArn: 'arn:aws:iam::role/import' },
      { JobName: 'any/name' },
      { UserPoolId: 'eu-west-1_none' },
    ];
    const refused = await Promise.all(wrong.map((member) => refusal(cognito.createUserImportJob({ ...right, ...member }))));
    expect(refused.map(({ name }) => name)).toEqual([
      'InvalidParameterException',
      'InvalidParameterException',
      'ResourceNotFoundException',
    ]);
    const { UserImportJob } = await cognito.createUserImportJob({ ...right, PasswordHashingAlgorithm: 'SCRYPT' });
    expect(UserImportJob?.PasswordHashingAlgorithm).toBe('SCRYPT');
  });

  test('is not started without a file, twice, beside another one, or in a pool that verifies no address', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId } = world;
    const { UserPool: other } = await cognito.createUserPool({ PoolName: 'Other' });
    const there = { ...world, userPoolId: other?.Id ?? '' };
    const [first, second, third] = [await createdJob(world), await createdJob(world), await createdJob(there)];
    const why = async (poolId: string, { JobId }: typeof first) =>
      (await refusal(cognito.startUserImportJob({ UserPoolId: poolId, JobId }))).message;
    expect(await refusal(cognito.startUserImportJob({ UserPoolId, JobId: first.JobId }))).toEqual({
      name: 'PreconditionNotMetException',
      message: `No csv file was uploaded for ${first.JobId}`,
    });
    for (const job of [first, second, third]) await uploadTo(world, job, csvOf([named('ada')]));
    expect(await why(there.userPoolId, third)).toBe('The user pool does not have any auto verified attributes.');
    await cognito.startUserImportJob({ UserPoolId, JobId: first.JobId });
    expect(await why(UserPoolId, second)).toBe('Another user import job is active.');
    await ended(world, first);
    expect(await why(UserPoolId, first)).toBe(`${first.JobId} has already been started.`);
    expect(await why(there.userPoolId, first)).toBe(`User import job ${first.JobId} does not exist.`);
  });

  test('keeps its pool from being changed or deleted until it ends', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId } = world;
    const job = await createdJob(world);
    await uploadTo(world, job, csvOf([named('ada')]));
    await cognito.startUserImportJob({ UserPoolId, JobId: job.JobId });
    const CustomAttributes = [{ Name: 'team', AttributeDataType: 'String' as const }];
    const inProgress = {
      name: 'UserImportInProgressException',
      message: 'A user import job of this user pool is in progress.',
    };
    expect(await refusal(cognito.updateUserPool({ UserPoolId }))).toEqual(inProgress);
    expect(await refusal(cognito.addCustomAttributes({ UserPoolId, CustomAttributes }))).toEqual(inProgress);
    expect(await refusal(cognito.deleteUserPool({ UserPoolId }))).toEqual(inProgress);
    await ended(world, job);
    await cognito.addCustomAttributes({ UserPoolId, CustomAttributes });
    await cognito.deleteUserPool({ UserPoolId });
  });

  test('that is not started within a day expires', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId, clock } = world;
    const job = await createdJob(world);
    await uploadTo(world, job, csvOf([named('ada')]));
    clock.advance({ hours: 24 });
    expect((await cognito.describeUserImportJob({ UserPoolId, JobId: job.JobId })).UserImportJob?.Status).toBe('Expired');
    expect((await refusal(cognito.startUserImportJob({ UserPoolId, JobId: job.JobId }))).message).toBe(
      `${job.JobId} has expired.`,
    );
  });

  test('is stopped while it runs, and only then', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId, clock } = world;
    const job = await createdJob(world);
    const named = { UserPoolId, JobId: job.JobId };
    await uploadTo(world, job, csvOf([{ 'cognito:username': 'ada' }]));
    expect((await refusal(cognito.stopUserImportJob(named))).name).toBe('PreconditionNotMetException');
    await cognito.startUserImportJob(named);
    const stopped = await cognito.stopUserImportJob(named);
    expect(stopped.UserImportJob).toMatchObject({
      Status: 'Stopped',
      CompletionDate: new Date(clock.now()),
      CompletionMessage: 'The Import Job was stopped by the developer.',
      ImportedUsers: 0,
    });
    expect((await refusal(cognito.adminGetUser({ UserPoolId, Username: 'ada' }))).name).toBe('UserNotFoundException');
  });

  test('that was running when the process ended goes on in the next one, and each user is there once', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId, database } = world;
    const names = Array.from({ length: 3_000 }, (_, number) => named(`user-${number}`));
    const job = await createdJob(world);
    await uploadTo(world, job, csvOf(names));
    // The first process has no timers, so its job stays pending.
    const first = createTestPool({}, {}, createTestPools(database, { after: () => () => undefined }));
    await first.cognito.startUserImportJob({ UserPoolId, JobId: job.JobId });
    const next = createTestPool({}, {}, createTestPools(database));
    expect(next.userPoolId).toBe(UserPoolId);
    expect(await ended(next, job)).toMatchObject({ Status: 'Succeeded', ImportedUsers: 3_000, SkippedUsers: 0, FailedUsers: 0 });
    expect((await cognito.describeUserPool({ UserPoolId })).UserPool?.EstimatedNumberOfUsers).toBe(3_000);
    expect(await logOf(world, job, 999)).toEqual(
      names.map((_, at) => `[SUCCEEDED] Line Number ${at + 2} - The import succeeded.`),
    );
  });

  test('goes with its pool', async () => {
    const world = createTestPool();
    const job = await createdJob(world);
    await uploadTo(world, job, csvOf([named('ada')]));
    await world.cognito.deleteUserPool({ UserPoolId: world.userPoolId });
    const left = world.database.sql.prepare(
      'SELECT (SELECT count(*) FROM user_import_job) + (SELECT count(*) FROM user_import_part) AS n',
    );
    expect(left.get()).toEqual({ n: 0 });
    expect((await uploadTo(world, job, csvOf([]))).status).toBe(403);
  });
});

describe('ListUserImportJobs', () => {
  test('shows the last one first, page by page', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId } = world;
    const ids: unknown[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await createdJob(world)).JobId);
    const seen: unknown[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = await cognito.listUserImportJobs({ UserPoolId, MaxResults: 2, ...(PaginationToken && { PaginationToken }) });
      seen.push(...(page.UserImportJobs ?? []).map(({ JobId }) => JobId));
      PaginationToken = page.PaginationToken;
    } while (PaginationToken !== undefined);
    expect(seen).toEqual(ids);
    expect((await refusal(cognito.listUserImportJobs({ UserPoolId, MaxResults: 61 }))).name).toBe('InvalidParameterException');
  });

  test('a pool has at most 1,000', async () => {
    const world = createTestPool();
    await createdJob(world);
    world.database.sql.exec(`WITH RECURSIVE others (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM others WHERE n < 998)
      INSERT INTO user_import_job (job_id, pool_id, name, role_arn, status, created_at, imported, skipped, failed, rows)
      SELECT job_id || '-' || n, pool_id, name, role_arn, status, created_at, 0, 0, 0, 0 FROM user_import_job, others`);
    await createdJob(world);
    expect((await refusal(createdJob(world))).name).toBe('LimitExceededException');
  });
});

test('a job of which most rows failed or were skipped has failed, with the users it has imported', async () => {
  const world = createTestPool();
  await imported(world, csvOf([named('ada'), named('grace')]));
  const again = await imported(world, csvOf([named('ada'), named('grace'), named('joan')]));
  expect(again).toMatchObject({
    Status: 'Failed',
    ImportedUsers: 1,
    SkippedUsers: 2,
    CompletionMessage: 'Too many users have failed or been skipped during the import.',
  });
});

function named(name: string) {
  return { 'cognito:username': name };
}
