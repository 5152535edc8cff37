import { action } from '../../action.ts';
import { deviceKey, rememberedStatus, updateDeviceStatus } from '../../devices/manage.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  DeviceKey: required(deviceKey),
  DeviceRememberedStatus: rememberedStatus,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateDeviceStatus.html */
export const AdminUpdateDeviceStatus = action(input, (request, services) => {
  const user = userForAdmin(services, poolOf(services, request.UserPoolId), request.Username);
  return updateDeviceStatus(services, user, request.DeviceKey, request.DeviceRememberedStatus);
});
