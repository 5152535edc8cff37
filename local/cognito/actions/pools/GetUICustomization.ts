import { action } from '../../action.ts';
import { clientInPool, poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ClientId: clientId });

/**
 * Always empty, since SetUICustomization is refused: "Returns an empty object if you haven't applied hosted UI branding".
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUICustomization.html
 */
export const GetUICustomization = action(input, ({ UserPoolId, ClientId }, services) => {
  if (ClientId === undefined || ClientId === 'ALL') poolOf(services, UserPoolId);
  else clientInPool(services, UserPoolId, ClientId);
  return { UICustomization: {} };
});
