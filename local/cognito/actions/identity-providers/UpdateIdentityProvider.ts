import { action } from '../../action.ts';
import {
  describeIdentityProvider,
  updateIdentityProvider,
  updateIdentityProviderInput,
} from '../../federation/identity-providers.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateIdentityProvider.html */
export const UpdateIdentityProvider = action(updateIdentityProviderInput, (input, services) => ({
  IdentityProvider: describeIdentityProvider(updateIdentityProvider(services, poolOf(services, input.UserPoolId), input)),
}));
