import type { AdminContext } from '../../../administration/contexts.ts';
import { toGroup } from '../../../administration/user-output.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { readPage } from '../../../input/page.ts';

/** `API_ListGroups`, Limit. */
const MOST = 60;

export const groups: FieldOperation<'groups', AdminContext> = async (args, { cognito, userPoolId }) => {
  const { limit, nextToken } = readPage(args, MOST);
  const { Groups = [], NextToken } = await cognito.send('ListGroups', {
    UserPoolId: userPoolId,
    Limit: limit,
    ...(nextToken !== undefined && { NextToken: nextToken }),
  });
  return { items: Groups.map(toGroup), nextToken: NextToken ?? null };
};
