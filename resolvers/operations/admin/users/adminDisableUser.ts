import { AdminDisableUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { refuseLastAdministrator } from '../../../administration/last-administrator.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { TargetContext } from '../../contexts.ts';

export const adminDisableUser: FieldOperation<'adminDisableUser', TargetContext> = async ({ input }, context) => {
  await refuseLastAdministrator(context, input.evenIfLast);
  const { cognito, userPoolId, target } = context;
  await cognito.send(new AdminDisableUserCommand({ UserPoolId: userPoolId, Username: target.username }));
  return true;
};
