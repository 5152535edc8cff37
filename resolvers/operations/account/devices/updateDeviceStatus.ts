import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const updateDeviceStatus: FieldOperation<'updateDeviceStatus', AccountContext> = async (
  { input },
  { cognito, request },
) => {
  const { accessToken } = signedIn(request);
  await cognito.send('UpdateDeviceStatus', {
    AccessToken: accessToken,
    DeviceKey: bounded('deviceKey', input.deviceKey),
    DeviceRememberedStatus: input.remembered ? 'remembered' : 'not_remembered',
  });
  return true;
};
