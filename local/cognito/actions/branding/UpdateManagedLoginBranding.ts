import { action } from '../../action.ts';
import { brandingOf, describeBranding, updateBranding, updateBrandingInput } from '../../pools/managed-login-branding.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateManagedLoginBranding.html */
export const UpdateManagedLoginBranding = action(
  updateBrandingInput,
  ({ UserPoolId, ManagedLoginBrandingId, ...style }, services) => {
    const branding = brandingOf(services, poolOf(services, UserPoolId), ManagedLoginBrandingId);
    return { ManagedLoginBranding: describeBranding(updateBranding(services, branding, style)) };
  },
);
