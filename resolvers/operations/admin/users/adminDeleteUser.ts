import { ownersOf } from '../../../activity/owners.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import { refuseLastAdministrator } from '../../../administration/last-administrator.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminDeleteUser: FieldOperation<'adminDeleteUser', TargetContext> = async ({ input }, context) => {
  await refuseLastAdministrator(context, input.evenIfLast);
  const { cognito, userPoolId, forget, target } = context;
  await cognito.send('AdminDeleteUser', { UserPoolId: userPoolId, Username: target.username });
  await forget?.(ownersOf(target.user, target.sub));
  return true;
};
