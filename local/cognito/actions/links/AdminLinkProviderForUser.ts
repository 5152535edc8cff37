import { action } from '../../action.ts';
import { link, providerUser } from '../../federation/linking.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, string, structure } from '../../wire/members.ts';

const input = structure({
  UserPoolId: required(string({ max: 131_072 })),
  DestinationUser: required(providerUser),
  SourceUser: required(providerUser),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html */
export const AdminLinkProviderForUser = action(input, ({ UserPoolId, DestinationUser, SourceUser }, services) => {
  link(services, poolOf(services, UserPoolId), DestinationUser, SourceUser);
  return {};
});
