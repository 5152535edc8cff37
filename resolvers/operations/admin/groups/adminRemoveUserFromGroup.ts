import type { TargetContext } from '../../../administration/contexts.ts';
import { refuseLastAdministrator } from '../../../administration/last-administrator.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';

export const adminRemoveUserFromGroup: FieldOperation<'adminRemoveUserFromGroup', TargetContext> = async ({ input }, context) => {
  const { cognito, userPoolId, adminGroup, target } = context;
  const GroupName = bounded('groupName', input.groupName);
  if (GroupName === adminGroup) await refuseLastAdministrator(context, input.evenIfLast);
  await cognito.send('AdminRemoveUserFromGroup', { UserPoolId: userPoolId, Username: target.username, GroupName });
  return true;
};
