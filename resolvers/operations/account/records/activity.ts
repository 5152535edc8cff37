import { liveUser } from '../../../account/live-user.ts';
import { readPageToken, toPageToken } from '../../../activity/page-token.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import type { Activity, AdminActivity } from '../../../generated/schema.ts';
import { readPage } from '../../../input/page.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

/** For each entry that is shown, one entry per owner is read. */
const MOST = 60;

export const activity: FieldOperation<'activity', AccountContext> = async (args, context) => {
  const { logBook, request } = context;
  if (logBook === null) throw notEnabled('activity');
  const caller = signedIn(request);
  const { limit, nextToken } = readPage(args, MOST);
  const before = readPageToken(nextToken);
  const { owners } = await liveUser(context, caller);
  const { items, next } = await logBook.read(owners, { limit, before });
  return { items: items.map(toOwner), nextToken: toPageToken(next) };
};

/** Who the administrator is, and where they were, is not for the owner to know. */
function toOwner({ kind, at, device, ipAddress, detail, actor }: AdminActivity): Activity {
  const byAdministrator = actor !== null;
  const from = byAdministrator ? { device: null, ipAddress: null } : { device, ipAddress };
  return { kind, at, ...from, detail, byAdministrator };
}
