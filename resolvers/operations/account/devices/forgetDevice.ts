import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const forgetDevice: FieldOperation<'forgetDevice', AccountContext> = async ({ input }, { cognito, request }) => {
  const { accessToken } = signedIn(request);
  await cognito.send('ForgetDevice', { AccessToken: accessToken, DeviceKey: bounded('deviceKey', input.deviceKey) });
  return true;
};
