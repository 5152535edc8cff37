import { action } from '../../action.ts';
import { describeIdentityProvider, identityProviderOf, providerName } from '../../federation/identity-providers.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ProviderName: required(providerName) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeIdentityProvider.html */
export const DescribeIdentityProvider = action(input, ({ UserPoolId, ProviderName }, services) => ({
  IdentityProvider: describeIdentityProvider(identityProviderOf(services, poolOf(services, UserPoolId), ProviderName)),
}));
