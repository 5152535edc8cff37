import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import type { Tokens } from '../generated/schema.ts';

/** @throws Error if Cognito leaves out a token, which it does for no sign-in through its API. */
export function toTokens(result: AuthenticationResultType | undefined): Tokens & { readonly __typename: 'Tokens' } {
  const { AccessToken, IdToken, RefreshToken, ExpiresIn, TokenType, NewDeviceMetadata: device } = result ?? {};
  if (!AccessToken || !IdToken || ExpiresIn === undefined) throw new Error('Cognito answered without tokens.');
  return {
    __typename: 'Tokens',
    accessToken: AccessToken,
    idToken: IdToken,
    refreshToken: RefreshToken ?? null,
    expiresIn: ExpiresIn,
    tokenType: TokenType ?? 'Bearer',
    newDevice:
      device?.DeviceKey && device.DeviceGroupKey ? { deviceKey: device.DeviceKey, deviceGroupKey: device.DeviceGroupKey } : null,
  };
}
