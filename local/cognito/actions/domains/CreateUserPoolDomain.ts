import { action } from '../../action.ts';
import { createDomain, domainInput } from '../../pools/domains.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
export const CreateUserPoolDomain = action(domainInput, (input, services) => ({
  ManagedLoginVersion: createDomain(services, poolOf(services, input.UserPoolId), input).managedLoginVersion,
}));
