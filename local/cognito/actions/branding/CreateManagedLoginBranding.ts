import { action } from '../../action.ts';
import { createBranding, createBrandingInput, describeBranding } from '../../pools/managed-login-branding.ts';
import { clientInPool } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html */
export const CreateManagedLoginBranding = action(createBrandingInput, ({ UserPoolId, ClientId, ...style }, services) => ({
  ManagedLoginBranding: describeBranding(createBranding(services, clientInPool(services, UserPoolId, ClientId), style)),
}));
