import { action } from '../../action.ts';
import { describeClient } from '../../pools/pool-output.ts';
import { storeClient } from '../../pools/provisioning.ts';
import { clientSettings, createUserPoolClientInput } from '../../settings/client.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export const CreateUserPoolClient = action(createUserPoolClientInput, (input, services) => {
  const pool = poolOf(services, input.UserPoolId);
  const client = storeClient(services, pool, clientSettings(input), input.GenerateSecret ?? false, null);
  return { UserPoolClient: describeClient(client) };
});
