import type { GetUserCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { ownersOf } from '../activity/owners.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { signedIn } from '../sign-in/access-token.ts';

/**
 * Asks Cognito for the caller, for operations that would otherwise not call Cognito. AppSync accepts a token until it
 * expires, even if it was revoked or its user was disabled or deleted.
 */
export async function liveUser(
  { cognito }: { readonly cognito: Cognito },
  { accessToken, identity }: ReturnType<typeof signedIn>,
): Promise<{ readonly sub: string; readonly owners: readonly string[]; readonly user: GetUserCommandOutput }> {
  const user = await cognito.send('GetUser', { AccessToken: accessToken });
  return { sub: identity.sub, owners: ownersOf(user, identity.sub), user };
}
