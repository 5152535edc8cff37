import { action } from '../../action.ts';
import { describeJob, jobOf } from '../../user-import/jobs.ts';
import { runImportJob } from '../../user-import/run-job.ts';
import { poolOf } from '../../users/accounts.ts';
import { preconditionNotMet } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { importJobId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), JobId: required(importJobId) });

/**
 * The job runs in the background. Except for the missing file, the texts of the refusals are our own.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartUserImportJob.html
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.start
 */
export const StartUserImportJob = action(input, ({ UserPoolId, JobId }, services) => {
  const { imports, world } = services;
  const job = jobOf(services, UserPoolId, JobId);
  if (job.status === 'Expired') throw preconditionNotMet(`${JobId} has expired.`);
  if (job.status !== 'Created') throw preconditionNotMet(`${JobId} has already been started.`);
  if (job.upload === null) throw preconditionNotMet(`No csv file was uploaded for ${JobId}`);
  if (poolOf(services, UserPoolId).settings.AutoVerifiedAttributes.length === 0) {
    throw preconditionNotMet('The user pool does not have any auto verified attributes.');
  }
  if (imports.running() !== undefined) throw preconditionNotMet('Another user import job is active.');
  const started = { ...job, status: 'Pending', startedAt: world.now() } as const;
  imports.update(started);
  runImportJob(services);
  return { UserImportJob: describeJob(services, started) };
});
