import { freshlySignedIn } from '../account/fresh-sign-in.ts';
import { valuesOf } from '../activity/owners.ts';
import { drained } from '../aws/many.ts';
import type { Identity } from '../call/request.ts';
import { AuthError } from '../errors/auth-error.ts';
import { tokenRevoked } from '../errors/outcomes.ts';
import { signedIn } from '../sign-in/access-token.ts';
import type { AdminContext } from './contexts.ts';

/**
 * Checks that the caller is an administrator, so that the check does not depend only on AppSync's directives. First,
 * the claims must contain the group. Then Cognito is asked, because a token contains its groups until it expires, and
 * because anybody who may invoke the function can forge an event: the access token must be genuine and valid and belong
 * to this user, and the user must be a member of the group now.
 * @param isFresh Whether a recent sign-in is also required.
 * @throws AuthError `ACCESS_TOKEN_REQUIRED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED`, `TOKEN_REVOKED`.
 */
export async function requireAdministrator(context: AdminContext, isFresh: boolean): Promise<Identity> {
  const { cognito, adminGroup, request } = context;
  const { accessToken, identity } = signedIn(request);
  if (!identity.groups.includes(adminGroup)) throw forbidden();
  if (isFresh) freshlySignedIn(context);
  // Both requests must have ended before the answer is sent.
  const asked = [cognito.send('GetUser', { AccessToken: accessToken }), groupsOf(context, identity.username)] as const;
  await Promise.allSettled(asked);
  const [user, groups] = await Promise.all(asked).catch(asCaller);
  if (valuesOf(user).get('sub') !== identity.sub || user.Username !== identity.username) throw forbidden();
  if (!groups.includes(adminGroup)) throw forbidden();
  return identity;
}

async function groupsOf({ cognito, userPoolId }: AdminContext, Username: string): Promise<readonly string[]> {
  return drained(async (NextToken) => {
    const { Groups = [], NextToken: next } = await cognito.send('AdminListGroupsForUser', {
      UserPoolId: userPoolId,
      Username,
      ...(NextToken !== undefined && { NextToken }),
    });
    return { items: Groups.flatMap(({ GroupName }) => GroupName ?? []), next };
  });
}

function forbidden(): AuthError {
  return new AuthError('FORBIDDEN', 'Only administrators may do this.');
}

/**
 * In these operations, `UserNotFoundException` usually refers to the user that the call is about. Here it refers to the
 * caller.
 */
function asCaller(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'UserNotFoundException') throw error;
  throw new AuthError(tokenRevoked.code, 'This token was revoked. Sign in again.', { cause: error });
}
