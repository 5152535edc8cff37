import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import { bounded } from '../../../input/input.ts';

export const adminForgetDevice: FieldOperation<'adminForgetDevice', TargetContext> = async ({ input }, context) => {
  if (!context.remembersDevices) throw notEnabled('adminForgetDevice');
  await context.cognito.send('AdminForgetDevice', {
    UserPoolId: context.userPoolId,
    Username: context.target.username,
    DeviceKey: bounded('deviceKey', input.deviceKey),
  });
  return true;
};
