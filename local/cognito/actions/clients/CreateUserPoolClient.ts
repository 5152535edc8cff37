import { action } from '../../action.ts';
import { storeClient } from '../../pools/clients.ts';
import { describeClient } from '../../pools/pool-output.ts';
import { clientSettings, createUserPoolClientInput } from '../../settings/client.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export const CreateUserPoolClient = action(createUserPoolClientInput, (input, services) => {
  const pool = poolOf(services, input.UserPoolId);
  const { GenerateSecret, ClientSecret, ...given } = input;
  const settings = clientSettings(given, GenerateSecret === true || ClientSecret !== undefined);
  const client = storeClient(services, pool, settings, input, null);
  return { UserPoolClient: describeClient(client) };
});
