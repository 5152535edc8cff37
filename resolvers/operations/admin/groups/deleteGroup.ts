import type { AdminContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { AuthError } from '../../../errors/auth-error.ts';
import { bounded } from '../../../input/input.ts';

export const deleteGroup: FieldOperation<'deleteGroup', AdminContext> = async (
  { input },
  { cognito, userPoolId, adminGroup },
) => {
  const GroupName = bounded('groupName', input.groupName);
  if (GroupName === adminGroup) {
    throw new AuthError('FORBIDDEN', 'This group makes administrators, and belongs to the deployment.', { field: 'groupName' });
  }
  await cognito.send('DeleteGroup', { UserPoolId: userPoolId, GroupName });
  return true;
};
