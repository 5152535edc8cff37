import type { AdminContext } from '../../../administration/contexts.ts';
import { toUserSummary } from '../../../administration/user-output.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import { readPage } from '../../../input/page.ts';

/** `API_ListUsersInGroup`, Limit. */
const MOST = 60;

export const groupMembers: FieldOperation<'groupMembers', AdminContext> = async (args, { cognito, userPoolId }) => {
  const { limit, nextToken } = readPage(args, MOST);
  const { Users = [], NextToken } = await cognito.send('ListUsersInGroup', {
    UserPoolId: userPoolId,
    GroupName: bounded('groupName', args.groupName),
    Limit: limit,
    ...(nextToken !== undefined && { NextToken: nextToken }),
  });
  return { items: Users.map(toUserSummary), nextToken: NextToken ?? null };
};
