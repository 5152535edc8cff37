import { toDevice } from '../../../account/device.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const device: FieldOperation<'device', AccountContext> = async ({ key }, { cognito, request }) => {
  const { accessToken, identity } = signedIn(request);
  const { Device } = await cognito.send('GetDevice', { AccessToken: accessToken, DeviceKey: bounded('key', key) });
  if (!Device) throw new Error('Cognito answered without a device.');
  return toDevice(Device, identity.deviceKey);
};
