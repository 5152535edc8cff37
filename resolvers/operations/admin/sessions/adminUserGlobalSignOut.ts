import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminUserGlobalSignOut: FieldOperation<'adminUserGlobalSignOut', TargetContext> = async (
  _,
  { cognito, userPoolId, target },
) => {
  await cognito.send('AdminUserGlobalSignOut', { UserPoolId: userPoolId, Username: target.username });
  return true;
};
