import { action } from '../../action.ts';
import { describeJob } from '../../user-import/jobs.ts';
import { poolOf } from '../../users/accounts.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  MaxResults: required(integer(1, 60)),
  PaginationToken: nextToken,
});

/**
 * From last created to first created.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserImportJobs.html
 */
export const ListUserImportJobs = action(input, ({ UserPoolId, MaxResults, PaginationToken }, services) => {
  const { id } = poolOf(services, UserPoolId);
  const jobsBefore = (last: string, limit: number) =>
    services.imports
      .before(id, last === '' ? Number.MAX_SAFE_INTEGER : Number(last), limit)
      .map((job) => ({ id: String(job.number), job }));
  const { items, NextToken } = page(jobsBefore, MaxResults, PaginationToken);
  return {
    UserImportJobs: items.map(({ job }) => describeJob(services, job)),
    ...(NextToken !== undefined && { PaginationToken: NextToken }),
  };
});
