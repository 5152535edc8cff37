import { action } from '../../action.ts';
import { identityProviderOf, providerName } from '../../federation/identity-providers.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ProviderName: required(providerName) });

/**
 * Its users stay in the pool, but can no longer sign in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.deleted-provider
 */
export const DeleteIdentityProvider = action(input, ({ UserPoolId, ProviderName }, services) => {
  const provider = identityProviderOf(services, poolOf(services, UserPoolId), ProviderName);
  services.identityProviders.remove(provider.poolId, provider.name);
  return {};
});
