import { action } from '../../action.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({ NextToken: nextToken, MaxResults: required(integer(1, 60)) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html */
export const ListUserPools = action(input, ({ NextToken, MaxResults }, { pools }) => {
  const { items, ...rest } = page((after, limit) => pools.pools(after, limit), MaxResults, NextToken);
  const UserPools = items.map(({ id, settings, createdAt, modifiedAt }) => ({
    Id: id,
    Name: settings.Name,
    LambdaConfig: settings.LambdaConfig ?? {},
    LastModifiedDate: new Date(modifiedAt),
    CreationDate: new Date(createdAt),
  }));
  return { UserPools, ...rest };
});
