import type { UserImportJobType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import type { ImportJob } from '../store/import-store.ts';
import { poolOf } from '../users/accounts.ts';
import { CognitoError, resourceNotFound } from '../wire/errors.ts';
import { uploadUrl } from './upload-url.ts';

/** @see docs/aws-behaviour/cognito-import.md#cognito.import.expiry */
const expiresAfterMs = 24 * 3_600_000;

/** The job as it is now. Throws ResourceNotFoundException, with a text of our own. */
export function jobOf(
  { pools, imports, world }: Pick<Services, 'pools' | 'imports' | 'world'>,
  poolId: string,
  id: string,
): ImportJob {
  const job = imports.find(poolOf({ pools }, poolId).id, id);
  if (!job) throw resourceNotFound(`User import job ${id} does not exist.`);
  return asOf(job, world.now());
}

/** A job that was not started in time has expired. */
function asOf(job: ImportJob, now: number): ImportJob {
  return job.status === 'Created' && now - job.createdAt >= expiresAfterMs ? { ...job, status: 'Expired' } : job;
}

export function describeJob(services: Services, stored: ImportJob) {
  const job = asOf(stored, services.world.now());
  return {
    JobName: job.name,
    JobId: job.id,
    UserPoolId: job.poolId,
    PreSignedUrl: uploadUrl(services, job),
    CreationDate: new Date(job.createdAt),
    ...(job.startedAt !== null && { StartDate: new Date(job.startedAt) }),
    ...(job.completedAt !== null && { CompletionDate: new Date(job.completedAt) }),
    Status: job.status,
    CloudWatchLogsRoleArn: job.roleArn,
    ImportedUsers: job.imported,
    SkippedUsers: job.skipped,
    FailedUsers: job.failed,
    ...(job.message !== null && { CompletionMessage: job.message }),
    ...(job.algorithm !== null && { PasswordHashingAlgorithm: job.algorithm }),
  } satisfies UserImportJobType;
}

/**
 * A pool whose users are being imported does not change.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.in-progress
 */
export function refuseDuringImport({ imports }: Pick<Services, 'imports'>, poolId: string): void {
  if (imports.running()?.poolId !== poolId) return;
  throw new CognitoError('UserImportInProgressException', 'A user import job of this user pool is in progress.');
}
