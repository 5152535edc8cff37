import { action } from '../../action.ts';
import { brandingId, brandingOf } from '../../pools/managed-login-branding.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ ManagedLoginBrandingId: required(brandingId), UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteManagedLoginBranding.html */
export const DeleteManagedLoginBranding = action(input, ({ UserPoolId, ManagedLoginBrandingId }, services) => {
  const { poolId, id } = brandingOf(services, poolOf(services, UserPoolId), ManagedLoginBrandingId);
  services.brandings.remove(poolId, id);
  return {};
});
