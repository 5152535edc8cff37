import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import { identitiesOf } from '../../../account/linked-identities.ts';
import { liveUser } from '../../../account/live-user.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { FederationConfig } from '../../../config/federation.ts';
import { AuthError, invalidInput, notEnabled } from '../../../errors/auth-error.ts';
import { ChallengeName, type LinkedIdentity, type UnlinkIdentityInput } from '../../../generated/schema.ts';
import { bounded, boundedIfGiven } from '../../../input/input.ts';
import { known } from '../../../input/known.ts';
import type { AccountContext } from '../../contexts.ts';

export const unlinkIdentity: FieldOperation<'unlinkIdentity', AccountContext> = async ({ input }, context) => {
  const { cognito, federation } = context;
  if (federation === null) throw notEnabled('unlinkIdentity');
  const caller = freshlySignedIn(context);
  // Unlinking takes any user's identity, so the access token decides which ones are theirs.
  const { user } = await liveUser(context, caller);
  const identities = await identitiesOf(cognito, federation, user.Username ?? caller.identity.username);
  const identity = chosen(identities, input);
  const others = identities.filter((other) => other !== identity);
  if (!(await canSignInWithout(identity, others, federation, { cognito, accessToken: caller.accessToken }))) {
    throw new AuthError('LAST_SIGN_IN_METHOD', adviceWithout(identity));
  }
  // Cognito wants the subject under this name, whatever the link was made by.
  // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.unlink
  await cognito.send('AdminDisableProviderForUser', {
    UserPoolId: federation.userPoolId,
    User: {
      ProviderName: identity.providerName,
      ProviderAttributeName: 'Cognito_Subject',
      ProviderAttributeValue: identity.userId,
    },
  });
  return true;
};

/** @throws AuthError `NOT_FOUND`, `INVALID_INPUT`. */
function chosen(identities: readonly LinkedIdentity[], input: UnlinkIdentityInput): LinkedIdentity {
  const providerName = bounded('providerName', input.providerName);
  const userId = boundedIfGiven('userId', input.userId);
  const [identity, ...further] = identities.filter(
    (each) => each.providerName === providerName && (userId === undefined || each.userId === userId),
  );
  if (identity === undefined) throw new AuthError('NOT_FOUND', 'No such identity is linked.', { field: 'providerName' });
  if (further.length > 0) throw invalidInput('userId', 'Several identities of this provider are linked. Send `userId` too.');
  return identity;
}

/**
 * Whether the account can do without this identity. The one that it was made by can never be unlinked: the account has
 * no password. Another identity counts only if its provider still belongs to the stage.
 */
async function canSignInWithout(
  { isPrimary }: LinkedIdentity,
  others: readonly LinkedIdentity[],
  { providers }: FederationConfig,
  { cognito, accessToken }: { readonly cognito: AccountContext['cognito']; readonly accessToken: string },
): Promise<boolean> {
  if (isPrimary) return false;
  if (others.some(({ providerName }) => providers.has(providerName))) return true;
  const { ConfiguredUserAuthFactors } = await cognito.send('GetUserAuthFactors', { AccessToken: accessToken });
  // Cognito also lists SOFTWARE_TOKEN, which is a second factor.
  return known(ChallengeName, ConfiguredUserAuthFactors ?? []).length > 0;
}

function adviceWithout({ isPrimary, providerName }: LinkedIdentity): string {
  return isPrimary
    ? `This account was made by signing in with ${providerName}, and cannot exist without it. You can delete the account.`
    : 'This is your only way to sign in. First set a password, add a passkey, or have another identity linked.';
}
