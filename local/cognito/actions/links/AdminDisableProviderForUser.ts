import { action } from '../../action.ts';
import { disable, providerUser } from '../../federation/linking.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, string, structure } from '../../wire/members.ts';

const input = structure({ UserPoolId: required(string({ max: 131_072 })), User: required(providerUser) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html */
export const AdminDisableProviderForUser = action(input, ({ UserPoolId, User }, services) => {
  disable(services, poolOf(services, UserPoolId), User);
  return {};
});
