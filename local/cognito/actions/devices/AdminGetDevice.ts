import { action } from '../../action.ts';
import { deviceKey, showDevice } from '../../devices/manage.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username), DeviceKey: required(deviceKey) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetDevice.html */
export const AdminGetDevice = action(input, (request, services) => {
  const user = userForAdmin(services, poolOf(services, request.UserPoolId), request.Username);
  return showDevice(services, user, request.DeviceKey);
});
