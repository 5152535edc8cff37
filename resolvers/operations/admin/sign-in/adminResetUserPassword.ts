import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { clientMetadata } from '../../../input/input.ts';

export const adminResetUserPassword: FieldOperation<'adminResetUserPassword', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  await cognito.send('AdminResetUserPassword', {
    UserPoolId: userPoolId,
    Username: target.username,
    ...clientMetadata(input.clientMetadata),
  });
  return true;
};
