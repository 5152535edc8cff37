import { action } from '../../action.ts';
import { domainOf } from '../../pools/domains.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, string, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ Domain: required(string({ min: 1, max: 255 })), UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolDomain.html */
export const DeleteUserPoolDomain = action(input, ({ Domain, UserPoolId }, services) => {
  services.domains.remove(domainOf(services, poolOf(services, UserPoolId), Domain).domain);
  return {};
});
