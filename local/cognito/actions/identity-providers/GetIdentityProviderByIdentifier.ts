import { action } from '../../action.ts';
import { describeIdentityProvider, idpIdentifier } from '../../federation/identity-providers.ts';
import { poolOf } from '../../users/accounts.ts';
import { resourceNotFound } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), IdpIdentifier: required(idpIdentifier) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetIdentityProviderByIdentifier.html */
export const GetIdentityProviderByIdentifier = action(input, ({ UserPoolId, IdpIdentifier }, services) => {
  const provider = services.identityProviders.byIdentifier(poolOf(services, UserPoolId).id, IdpIdentifier);
  if (!provider) throw resourceNotFound(`No identity provider has the identifier ${IdpIdentifier}.`);
  return { IdentityProvider: describeIdentityProvider(provider) };
});
