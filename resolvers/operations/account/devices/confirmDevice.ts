import type { FieldOperation } from '../../../call/operation.ts';
import { bounded, boundedIfGiven } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const confirmDevice: FieldOperation<'confirmDevice', AccountContext> = async ({ input }, { cognito, request }) => {
  const { accessToken } = signedIn(request);
  const deviceName = boundedIfGiven('deviceName', input.deviceName);
  const { UserConfirmationNecessary } = await cognito.send('ConfirmDevice', {
    AccessToken: accessToken,
    DeviceKey: bounded('deviceKey', input.deviceKey),
    DeviceSecretVerifierConfig: {
      PasswordVerifier: bounded('passwordVerifier', input.passwordVerifier),
      Salt: bounded('salt', input.salt),
    },
    ...(deviceName && { DeviceName: deviceName }),
  });
  return { userConfirmationNecessary: UserConfirmationNecessary ?? false };
};
