import { ownersOf } from '../../../activity/owners.ts';
import { readPageToken, toPageToken } from '../../../activity/page-token.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import { readPage } from '../../../input/page.ts';

/** The same number as `activity` returns to the owner. */
const MOST = 60;

export const adminListActivity: FieldOperation<'adminListActivity', TargetContext> = async (args, context) => {
  const { logBook, target } = context;
  if (logBook === null) throw notEnabled('adminListActivity');
  const { limit, nextToken } = readPage(args, MOST);
  const before = readPageToken(nextToken);
  const { items, next } = await logBook.read(ownersOf(target.user, target.sub), { limit, before });
  return { items, nextToken: toPageToken(next) };
};
