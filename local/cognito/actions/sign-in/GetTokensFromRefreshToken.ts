import { action } from '../../action.ts';
import { deviceKey } from '../../devices/manage.ts';
import { secretMatches } from '../../secrets/secret-hash.ts';
import { renewTokens } from '../../tokens/renewal.ts';
import { clientOf } from '../../users/accounts.ts';
import { notAuthorized } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, clientSecret, textMap, token } from '../../wire/model.ts';

const input = structure({
  RefreshToken: required(token),
  ClientId: required(clientId),
  ClientSecret: clientSecret,
  DeviceKey: deviceKey,
  ClientMetadata: textMap,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html */
export const GetTokensFromRefreshToken = action(input, async (request, services) => {
  const { RefreshToken, ClientId, ClientSecret, DeviceKey, ClientMetadata } = request;
  const { client } = clientOf(services, ClientId);
  if (!secretMatches(client, ClientSecret)) {
    throw notAuthorized(
      ClientSecret === undefined
        ? `Client ${ClientId} is configured for secret but secret was not received`
        : `Unable to verify secret hash for client ${ClientId}`,
    );
  }
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  return { AuthenticationResult: await renewTokens(services, client, RefreshToken, caller, DeviceKey) };
});
