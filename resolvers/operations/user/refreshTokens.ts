import type { FieldOperation } from '../../call/operation.ts';
import { bounded, boundedIfGiven } from '../../input/input.ts';
import { toTokens } from '../../sign-in/tokens.ts';
import type { UserContext } from '../contexts.ts';

/**
 * Not InitiateAuth's REFRESH_TOKEN_AUTH, which Cognito refuses for an app client that rotates its refresh tokens.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.rotation
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.refresh-without-rotation
 */
export const refreshTokens: FieldOperation<'refreshTokens', UserContext> = async ({ input }, { cognito, client }) => {
  const deviceKey = boundedIfGiven('deviceKey', input.deviceKey);
  const { AuthenticationResult } = await cognito.send('GetTokensFromRefreshToken', {
    ...client.forToken,
    RefreshToken: bounded('refreshToken', input.refreshToken),
    ...(deviceKey && { DeviceKey: deviceKey }),
  });
  return toTokens(AuthenticationResult);
};
