import { action } from '../../action.ts';
import { secretMatches } from '../../secrets/secret-hash.ts';
import { revokeRefreshToken } from '../../tokens/revocation.ts';
import { clientOf } from '../../users/accounts.ts';
import { CognitoError } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, clientSecret, token } from '../../wire/model.ts';

const input = structure({ Token: required(token), ClientId: required(clientId), ClientSecret: clientSecret });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html */
export const RevokeToken = action(input, ({ Token, ClientId, ClientSecret }, services) => {
  const { client } = clientOf(services, ClientId);
  if (!secretMatches(client, ClientSecret)) throw new CognitoError('UnauthorizedException', 'Invalid client secret');
  revokeRefreshToken(services, client, Token);
  return {};
});
