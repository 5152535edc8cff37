import { toLinkedIdentities } from '../../../account/linked-identities.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { invalidInput, notEnabled } from '../../../errors/auth-error.ts';
import { bounded } from '../../../input/input.ts';

export const adminLinkProviderForUser: FieldOperation<'adminLinkProviderForUser', TargetContext> = async (
  { input },
  { cognito, userPoolId, federation, target },
) => {
  if (federation === null) throw notEnabled('adminLinkProviderForUser');
  const providerName = bounded('providerName', input.providerName);
  if (!federation.providers.has(providerName)) {
    throw invalidInput('providerName', `\`providerName\` must be one of ${[...federation.providers].join(', ') || 'none'}.`);
  }
  // A user who was made by the first sign-in of an identity is named by it, and not by their user name.
  const primary = toLinkedIdentities(target.user).find(({ isPrimary }) => isPrimary);
  await cognito.send('AdminLinkProviderForUser', {
    UserPoolId: userPoolId,
    DestinationUser: primary
      ? { ProviderName: primary.providerName, ProviderAttributeValue: primary.userId }
      : { ProviderName: 'Cognito', ProviderAttributeValue: target.username },
    SourceUser: {
      ProviderName: providerName,
      ProviderAttributeName: 'Cognito_Subject',
      ProviderAttributeValue: bounded('userId', input.userId),
    },
  });
  return true;
};
