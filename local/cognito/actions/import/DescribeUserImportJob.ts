import { action } from '../../action.ts';
import { describeJob, jobOf } from '../../user-import/jobs.ts';
import { required, structure } from '../../wire/members.ts';
import { importJobId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), JobId: required(importJobId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserImportJob.html */
export const DescribeUserImportJob = action(input, ({ UserPoolId, JobId }, services) => ({
  UserImportJob: describeJob(services, jobOf(services, UserPoolId, JobId)),
}));
