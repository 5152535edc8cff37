import { action } from '../../action.ts';
import { secretMatches } from '../../secrets/secret-hash.ts';
import { refreshTokenHash } from '../../tokens/tokens.ts';
import { clientOf } from '../../users/accounts.ts';
import { CognitoError } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, clientSecret, token } from '../../wire/model.ts';

const input = structure({ Token: required(token), ClientId: required(clientId), ClientSecret: clientSecret });

/**
 * Ends the sign-in that a refresh token belongs to, including its access tokens. Revoking a token again succeeds, and
 * so does revoking an unknown one (RFC 7009 §2.2).
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.revoke-twice
 */
export const RevokeToken = action(input, ({ Token, ClientId, ClientSecret }, services) => {
  const { client } = clientOf(services, ClientId);
  if (!secretMatches(client, ClientSecret)) throw new CognitoError('UnauthorizedException', 'Invalid client secret');
  if (!client.settings.EnableTokenRevocation) {
    throw new CognitoError('UnsupportedOperationException', 'Token revocation is not enabled for this client');
  }
  if (Token.split('.').length === 3) throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  const found = services.signIns.refreshToken(refreshTokenHash(Token));
  if (found && found.signIn.clientId !== client.id) throw new CognitoError('UnauthorizedException', 'Invalid client id');
  if (found) services.signIns.revoke(found.signIn.eventId);
  return {};
});
