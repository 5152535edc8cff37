import { action } from '../../action.ts';
import { describeBranding } from '../../pools/managed-login-branding.ts';
import { clientInPool } from '../../users/accounts.ts';
import { resourceNotFound } from '../../wire/errors.ts';
import { boolean, required, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  ClientId: required(clientId),
  ReturnMergedResources: boolean,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeManagedLoginBrandingByClient.html */
export const DescribeManagedLoginBrandingByClient = action(input, ({ UserPoolId, ClientId }, services) => {
  const client = clientInPool(services, UserPoolId, ClientId);
  const branding = services.brandings.ofClient(client.poolId, client.id);
  if (!branding) throw resourceNotFound('The app client has no managed login branding style.');
  return { ManagedLoginBranding: describeBranding(branding) };
});
