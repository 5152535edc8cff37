import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';

export const adminAddUserToGroup: FieldOperation<'adminAddUserToGroup', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  await cognito.send('AdminAddUserToGroup', {
    UserPoolId: userPoolId,
    Username: target.username,
    GroupName: bounded('groupName', input.groupName),
  });
  return true;
};
