import { action } from '../../action.ts';
import { updateClient } from '../../pools/clients.ts';
import { describeClient } from '../../pools/pool-output.ts';
import { clientMembers, clientSettings } from '../../settings/client.ts';
import { clientInPool, poolOf } from '../../users/accounts.ts';
import { required, string, structure } from '../../wire/members.ts';
import { clientId } from '../../wire/model.ts';

const { GenerateSecret, ClientSecret, ClientName, ...changeable } = clientMembers;
const input = structure({
  ...changeable,
  ClientId: required(clientId),
  ClientName: string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' }),
});

/**
 * Replaces the settings of a client: what is left out returns to its default, except for the name.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.update-resets
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.update-validity
 */
export const UpdateUserPoolClient = action(input, ({ ClientId, ...given }, services) => {
  const pool = poolOf(services, given.UserPoolId);
  const client = clientInPool(services, pool.id, ClientId);
  const settings = clientSettings({ ClientName: client.settings.ClientName, ...given }, client.secrets.length > 0);
  return { UserPoolClient: describeClient(updateClient(services, pool, client, settings)) };
});
