import { checkSecretHash } from '../../secrets/secret-hash.ts';
import { allows, rotates } from '../../settings/client.ts';
import { renewTokens } from '../../tokens/renewal.ts';
import { refreshTokenHash } from '../../tokens/revocation.ts';
import { CognitoError, invalidParameter } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Flow } from './flow.ts';

export const refreshFlow: Flow = {
  allowed({ settings }) {
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.rotation
    if (rotates(settings)) {
      throw new CognitoError('UnsupportedOperationException', 'This API does not support refresh token rotation');
    }
    if (!allows(settings, 'ALLOW_REFRESH_TOKEN_AUTH')) throw invalidParameter('Auth flow not enabled for this client');
  },
  parameters: ['REFRESH_TOKEN'],
  /**
   * There is no USERNAME here: the hash is made with the username of the token's user.
   * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.refresh-secret-hash
   */
  checkSecretHash(services, client, parameters) {
    const token = services.signIns.refreshToken(refreshTokenHash(requiredAnswer(parameters, 'REFRESH_TOKEN')));
    const user = token && services.users.byId(token.signIn.userId);
    checkSecretHash(client, user?.username ?? '', parameters['SECRET_HASH']);
  },
  async begin(services, { client, parameters }) {
    const token = requiredAnswer(parameters, 'REFRESH_TOKEN');
    const tokens = await renewTokens(services, client, token, { clientId: client.id }, parameters['DEVICE_KEY']);
    return { tokens };
  },
};
