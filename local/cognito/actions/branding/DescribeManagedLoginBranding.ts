import { action } from '../../action.ts';
import { brandingId, brandingOf, describeBranding } from '../../pools/managed-login-branding.ts';
import { poolOf } from '../../users/accounts.ts';
import { boolean, required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  ManagedLoginBrandingId: required(brandingId),
  ReturnMergedResources: boolean,
});

/**
 * Merged resources would also have Cognito's default style, which is not part of this pool.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeManagedLoginBranding.html
 */
export const DescribeManagedLoginBranding = action(input, ({ UserPoolId, ManagedLoginBrandingId }, services) => ({
  ManagedLoginBranding: describeBranding(brandingOf(services, poolOf(services, UserPoolId), ManagedLoginBrandingId)),
}));
