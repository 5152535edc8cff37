import { action } from '../../action.ts';
import {
  createIdentityProvider,
  createIdentityProviderInput,
  describeIdentityProvider,
} from '../../federation/identity-providers.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export const CreateIdentityProvider = action(createIdentityProviderInput, (input, services) => ({
  IdentityProvider: describeIdentityProvider(createIdentityProvider(services, poolOf(services, input.UserPoolId), input)),
}));
