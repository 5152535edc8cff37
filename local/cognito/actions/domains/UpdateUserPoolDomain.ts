import { action } from '../../action.ts';
import { domainInput, updateDomain } from '../../pools/domains.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html */
export const UpdateUserPoolDomain = action(domainInput, (input, services) => ({
  ManagedLoginVersion: updateDomain(services, poolOf(services, input.UserPoolId), input).managedLoginVersion,
}));
