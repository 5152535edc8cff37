import { AuthError } from '../errors/auth-error.ts';
import type { InputMaybe } from '../generated/schema.ts';
import type { AdminContext, TargetContext } from './contexts.ts';

/**
 * Called before an administrator is disabled, deleted or removed from the group. The caller is an administrator and
 * remains one, unless the call is about themselves; only then could no administrator be left. It does not notice two
 * administrators who remove each other at the same moment.
 * @throws AuthError `LAST_ADMINISTRATOR`.
 */
export async function refuseLastAdministrator(context: TargetContext, evenIfLast: InputMaybe<boolean>): Promise<void> {
  const { sub } = context.target;
  if (evenIfLast || sub !== context.request.identity?.sub) return;
  if (await hasOther(context, sub)) return;
  throw new AuthError(
    'LAST_ADMINISTRATOR',
    'You are the last administrator: nobody would be left who can administer users. Repeat it with `evenIfLast` if you mean it.',
  );
}

/** Whether somebody else in the group can sign in. */
async function hasOther({ cognito, userPoolId, adminGroup }: AdminContext, sub: string): Promise<boolean> {
  let NextToken: string | undefined;
  do {
    const { Users = [], NextToken: next } = await cognito.send('ListUsersInGroup', {
      UserPoolId: userPoolId,
      GroupName: adminGroup,
      ...(NextToken !== undefined && { NextToken }),
    });
    const others = Users.filter(({ Attributes = [] }) => !Attributes.some(({ Name, Value }) => Name === 'sub' && Value === sub));
    if (others.some(({ Enabled, UserStatus }) => Enabled && canSignIn.has(UserStatus))) return true;
    NextToken = next;
  } while (NextToken !== undefined);
  return false;
}

/** A user who was invited, or whose password was reset, may never sign in, so they do not count. */
const canSignIn: ReadonlySet<string | undefined> = new Set(['CONFIRMED', 'EXTERNAL_PROVIDER']);
