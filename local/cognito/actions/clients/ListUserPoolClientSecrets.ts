import { action } from '../../action.ts';
import { clientInPool } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, nextToken, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ClientId: required(clientId), NextToken: nextToken });

/**
 * All in one answer, and never the secrets themselves.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClientSecrets.html
 */
export const ListUserPoolClientSecrets = action(input, ({ UserPoolId, ClientId }, services) => {
  const { secrets } = clientInPool(services, UserPoolId, ClientId);
  const ClientSecrets = secrets.map(({ id, createdAt }) => ({
    ClientSecretId: id,
    ClientSecretCreateDate: new Date(createdAt),
  }));
  return { ClientSecrets };
});
