import { alphanumerics, randomString } from '../../../world/random.ts';
import { action } from '../../action.ts';
import { describeJob, jobOf } from '../../user-import/jobs.ts';
import { poolOf } from '../../users/accounts.ts';
import { CognitoError } from '../../wire/errors.ts';
import { oneOf, required, structure } from '../../wire/members.ts';
import { arn, importJobName, userPoolId } from '../../wire/model.ts';

const input = structure({
  JobName: required(importJobName),
  UserPoolId: required(userPoolId),
  CloudWatchLogsRoleArn: required(arn),
  PasswordHashingAlgorithm: oneOf('BCRYPT', 'SCRYPT', 'ARGON2ID', 'PBKDF2_SHA256'),
});

/** @see docs/aws-behaviour/cognito-import.md#cognito.import.jobs */
const jobsPerPool = 1_000;

/**
 * The role is not looked at: there is no IAM here.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserImportJob.html
 */
export const CreateUserImportJob = action(input, (request, services) => {
  const pool = poolOf(services, request.UserPoolId);
  if (services.imports.count(pool.id) >= jobsPerPool) {
    throw new CognitoError('LimitExceededException', `A user pool has at most ${jobsPerPool} user import jobs.`);
  }
  const id = `import-${randomString(services.world, alphanumerics, 10)}`;
  services.imports.insert({
    id,
    poolId: pool.id,
    name: request.JobName,
    roleArn: request.CloudWatchLogsRoleArn,
    algorithm: request.PasswordHashingAlgorithm ?? null,
    status: 'Created',
    createdAt: services.world.now(),
    startedAt: null,
    completedAt: null,
    message: null,
    imported: 0,
    skipped: 0,
    failed: 0,
    upload: null,
    rows: 0,
    header: null,
  });
  return { UserImportJob: describeJob(services, jobOf(services, pool.id, id)) };
});
