import { GetUserCommand, type GetUserCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { ownersOf } from '../activity/owners.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { signedIn } from '../sign-in/access-token.ts';

/**
 * The caller as Cognito knows them now. For what Cognito is not asked about otherwise: AppSync takes a token until it
 * expires, also one that was revoked, and one of a user who is disabled or gone.
 */
export async function liveUser(
  { cognito }: { readonly cognito: Cognito },
  { accessToken, identity }: ReturnType<typeof signedIn>,
): Promise<{ readonly sub: string; readonly owners: readonly string[]; readonly user: GetUserCommandOutput }> {
  const user = await cognito.send(new GetUserCommand({ AccessToken: accessToken }));
  return { sub: identity.sub, owners: ownersOf(user, identity.sub), user };
}
