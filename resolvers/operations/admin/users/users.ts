import type { AdminContext } from '../../../administration/contexts.ts';
import { readFilter } from '../../../administration/user-filter.ts';
import { toUserSummary } from '../../../administration/user-output.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { readPage } from '../../../input/page.ts';

/** `API_ListUsers`, Limit. */
const MOST = 60;

export const users: FieldOperation<'users', AdminContext> = async (args, { cognito, userPoolId }) => {
  const { limit, nextToken } = readPage(args, MOST);
  const filter = readFilter(args.filter);
  const { Users = [], PaginationToken } = await cognito.send('ListUsers', {
    UserPoolId: userPoolId,
    Limit: limit,
    ...(filter !== undefined && { Filter: filter }),
    ...(nextToken !== undefined && { PaginationToken: nextToken }),
  });
  return { items: Users.map(toUserSummary), nextToken: PaginationToken ?? null };
};
