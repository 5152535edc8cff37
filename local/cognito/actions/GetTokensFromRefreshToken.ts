import { clientOf } from '../accounts.ts';
import { action } from '../action.ts';
import { notAuthorized } from '../errors.ts';
import { required, string, structure } from '../members.ts';
import { clientId, clientSecret, textMap, token } from '../model.ts';
import { refresh } from '../refresh.ts';
import { secretMatches } from '../secret-hash.ts';

const input = structure({
  RefreshToken: required(token),
  ClientId: required(clientId),
  ClientSecret: clientSecret,
  DeviceKey: string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-f-]+' }),
  ClientMetadata: textMap,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html */
export const GetTokensFromRefreshToken = action(input, async (request, services) => {
  const { RefreshToken, ClientId, ClientSecret, ClientMetadata } = request;
  const { client } = clientOf(services, ClientId);
  if (!secretMatches(client, ClientSecret)) {
    throw notAuthorized(
      ClientSecret === undefined
        ? `Client ${ClientId} is configured for secret but secret was not received`
        : `Unable to verify secret hash for client ${ClientId}`,
    );
  }
  return {
    AuthenticationResult: await refresh(services, client, RefreshToken, { clientId: client.id, clientMetadata: ClientMetadata }),
  };
});
