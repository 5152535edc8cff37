import { action } from '../../action.ts';
import { hasSecret } from '../../secrets/secret-hash.ts';
import { allows } from '../../settings/client.ts';
import { issueMachineToken } from '../../tokens/machine-token.ts';
import { poolOf } from '../../users/accounts.ts';
import { invalidParameter, notAuthorized } from '../../wire/errors.ts';
import { list, required, structure } from '../../wire/members.ts';
import { clientId, clientSecret, scope, textMap } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  Secret: required(clientSecret),
  Scopes: list(scope, 50),
  ClientMetadata: textMap,
});

/**
 * The secret is checked first, so that nobody without it learns anything about the client.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html
 * @see docs/aws-behaviour/cognito-machines.md#cognito.machines.secret
 */
export const GetClientToken = action(input, async ({ ClientId, Secret, Scopes, ClientMetadata }, services) => {
  const client = services.pools.client(ClientId);
  if (!client || !hasSecret(client, Secret)) throw notAuthorized('Invalid client or secret');
  if (!allows(client.settings, 'ALLOW_CLIENT_TOKEN_AUTH')) {
    throw invalidParameter('CLIENT_TOKEN_AUTH flow not enabled for this client');
  }
  const pool = poolOf(services, client.poolId);
  return { ClientAuthenticationResult: await issueMachineToken(services, pool, client, Scopes, ClientMetadata) };
});
