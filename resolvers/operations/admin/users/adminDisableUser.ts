import type { TargetContext } from '../../../administration/contexts.ts';
import { refuseLastAdministrator } from '../../../administration/last-administrator.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminDisableUser: FieldOperation<'adminDisableUser', TargetContext> = async ({ input }, context) => {
  await refuseLastAdministrator(context, input.evenIfLast);
  const { cognito, userPoolId, target } = context;
  await cognito.send('AdminDisableUser', { UserPoolId: userPoolId, Username: target.username });
  return true;
};
