import { action } from '../../action.ts';
import { deviceKey, showDevice } from '../../devices/manage.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ DeviceKey: required(deviceKey), AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetDevice.html */
export const GetDevice = action(input, async ({ DeviceKey, AccessToken }, services) => {
  const { user } = await bearerOf(services, AccessToken);
  return showDevice(services, user, DeviceKey);
});
