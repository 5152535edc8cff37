import { poolOf } from '../accounts.ts';
import { action } from '../action.ts';
import { describeClient } from '../pool-output.ts';
import { storeClient } from '../provisioning.ts';
import { clientSettings, createUserPoolClientInput } from '../settings/client.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export const CreateUserPoolClient = action(createUserPoolClientInput, (input, services) => {
  const pool = poolOf(services, input.UserPoolId);
  const client = storeClient(services, pool, clientSettings(input), input.GenerateSecret ?? false, null);
  return { UserPoolClient: describeClient(client) };
});
