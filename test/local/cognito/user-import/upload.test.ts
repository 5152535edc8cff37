import { expect, test } from 'vitest';
import { createTestPool } from '../../../support/cognito/pool.ts';
import { createdJob, csvOf, ended, uploadTo } from '../../../support/cognito/user-import.ts';

const parts = 'SELECT count(*) AS parts FROM user_import_part';

test('whoever has the URL may upload for 15 minutes, with the header that it was signed for', async () => {
  const world = createTestPool();
  const job = await createdJob(world);
  const { PreSignedUrl = '' } = job;
  const forged = [
    PreSignedUrl.replace(/Signature=./, (text) => `Signature=${text.endsWith('0') ? '1' : '0'}`),
    PreSignedUrl.replace(/&X-Amz-Signature=.*/, ''),
    PreSignedUrl.replace(/import-\w+/, 'import-0123456789'),
    PreSignedUrl.replace(world.userPoolId, `${world.userPoolId}x`),
  ];
  for (const url of forged) {
    const answer = await uploadTo(world, { PreSignedUrl: url }, csvOf([]));
    expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  }
  expect((await uploadTo(world, job, csvOf([]), {})).body).toContain('SignatureDoesNotMatch');
  expect((await uploadTo(world, job, csvOf([]))).status).toBe(200);
  world.clock.advance({ minutes: 15, milliseconds: 1 });
  expect((await uploadTo(world, job, csvOf([]))).body).toContain('Request has expired');
});

test('a file in small pieces is the same file, and a later one replaces it', async () => {
  const world = createTestPool();
  const { cognito, userPoolId: UserPoolId, database } = world;
  const job = await createdJob(world);
  await uploadTo(world, job, csvOf([{ 'cognito:username': 'nobody' }]));
  const names = Array.from({ length: 1_500 }, (_, number) => `Zoë-${number}`);
  const bytes = Buffer.from(csvOf(names.map((name) => ({ 'cognito:username': name, email: 'any@example.com' }))));
  function* pieces() {
    for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
  }
  await uploadTo(world, job, pieces());
  expect(database.sql.prepare('SELECT count(DISTINCT upload) AS uploads FROM user_import_part').get()).toEqual({ uploads: 1 });
  await cognito.startUserImportJob({ UserPoolId, JobId: job.JobId });
  expect((await uploadTo(world, job, csvOf([]))).status).toBe(403);
  expect(await ended(world, job)).toMatchObject({ ImportedUsers: 1, FailedUsers: 1_499, SkippedUsers: 0 });
  expect((await cognito.adminGetUser({ UserPoolId, Username: 'zoë-0' })).Username).toBe('Zoë-0');
  expect(database.sql.prepare(parts).get()).toEqual({ parts: 0 });
});

test('of a file that is too large or breaks off, nothing is kept', async () => {
  const world = createTestPool();
  const job = await createdJob(world);
  function* tooLarge() {
    const line = Buffer.from(`${'x'.repeat(2 ** 20 - 1)}\n`);
    for (let count = 0; count < 101; count += 1) yield line;
  }
  expect((await uploadTo(world, job, tooLarge())).body).toContain('EntityTooLarge');
  function* broken() {
    yield Buffer.from(csvOf(Array.from({ length: 2_000 }, (_, number) => ({ 'cognito:username': `user-${number}` }))));
    throw new Error('The caller has hung up.');
  }
  await expect(uploadTo(world, job, broken())).rejects.toThrow('hung up');
  expect(world.database.sql.prepare(parts).get()).toEqual({ parts: 0 });
});

test('a file that was never imported is purged, and what is kept of it cannot be read', async () => {
  const world = createTestPool();
  const job = await createdJob(world, 'BCRYPT');
  const hash = '$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe';
  await uploadTo(world, job, csvOf([{ 'cognito:username': 'ada', 'cognito:password_hash': hash }], ['cognito:password_hash']));
  const stored = Buffer.from(Object(world.database.sql.prepare('SELECT sealed_lines FROM user_import_part').get()).sealed_lines);
  expect(stored.length).toBeGreaterThan(100);
  expect(stored.includes(hash)).toBe(false);
  expect(stored.includes('ada')).toBe(false);
  world.clock.advance({ hours: 48, seconds: 1 });
  world.pools.purge();
  expect(world.database.sql.prepare(parts).get()).toEqual({ parts: 0 });
});
