import { action } from '../../action.ts';
import { addSecret } from '../../pools/client-secrets.ts';
import { clientInPool } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, clientSecret, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ClientId: required(clientId), ClientSecret: clientSecret });

/**
 * The answer only has the secret if Cognito made it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddUserPoolClientSecret.html
 */
export const AddUserPoolClientSecret = action(input, ({ UserPoolId, ClientId, ClientSecret }, services) => {
  const { id, value, createdAt } = addSecret(services, clientInPool(services, UserPoolId, ClientId), ClientSecret);
  return {
    ClientSecretDescriptor: {
      ClientSecretId: id,
      ...(ClientSecret === undefined && { ClientSecretValue: value }),
      ClientSecretCreateDate: new Date(createdAt),
    },
  };
});
