import { toLinkedIdentities } from '../../../account/linked-identities.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { AuthError, invalidInput, notEnabled } from '../../../errors/auth-error.ts';
import { bounded } from '../../../input/input.ts';

export const adminDisableProviderForUser: FieldOperation<'adminDisableProviderForUser', TargetContext> = async (
  { input },
  { cognito, userPoolId, federation, target },
) => {
  if (federation === null) throw notEnabled('adminDisableProviderForUser');
  const [providerName, userId] = [bounded('providerName', input.providerName), bounded('userId', input.userId)];
  // Cognito would take the identity from whichever user has it, and in the history it would be this one.
  const identity = toLinkedIdentities(target.user).find((each) => each.providerName === providerName && each.userId === userId);
  if (identity === undefined) throw new AuthError('NOT_FOUND', 'The user has no such identity.', { field: 'userId' });
  if (identity.isPrimary) {
    throw invalidInput(
      'userId',
      'The account was made by this identity, and cannot exist without it. Delete or disable the user.',
    );
  }
  // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.unlink
  await cognito.send('AdminDisableProviderForUser', {
    UserPoolId: userPoolId,
    User: { ProviderName: providerName, ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: userId },
  });
  return true;
};
