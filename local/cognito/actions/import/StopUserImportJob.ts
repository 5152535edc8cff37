import { action } from '../../action.ts';
import { describeJob, jobOf } from '../../user-import/jobs.ts';
import { end } from '../../user-import/run-job.ts';
import { preconditionNotMet } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { importJobId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), JobId: required(importJobId) });

/**
 * Nothing is under way between two parts of a file, so the job is stopped at once and is never seen as Stopping.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StopUserImportJob.html
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.stop
 */
export const StopUserImportJob = action(input, ({ UserPoolId, JobId }, services) => {
  const job = jobOf(services, UserPoolId, JobId);
  if (job.status !== 'Pending' && job.status !== 'InProgress') throw preconditionNotMet(`${JobId} is not in progress.`);
  const stopped = end(services, job, 'Stopped', 'The Import Job was stopped by the developer.');
  return { UserImportJob: describeJob(services, stopped) };
});
