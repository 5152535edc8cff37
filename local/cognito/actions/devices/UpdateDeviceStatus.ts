import { action } from '../../action.ts';
import { deviceKey, rememberedStatus, updateDeviceStatus } from '../../devices/manage.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({
  DeviceKey: required(deviceKey),
  AccessToken: required(token),
  DeviceRememberedStatus: rememberedStatus,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateDeviceStatus.html */
export const UpdateDeviceStatus = action(input, async ({ DeviceKey, AccessToken, DeviceRememberedStatus }, services) => {
  const { user } = await bearerOf(services, AccessToken);
  return updateDeviceStatus(services, user, DeviceKey, DeviceRememberedStatus);
});
