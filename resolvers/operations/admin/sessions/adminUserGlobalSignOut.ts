import { AdminUserGlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminUserGlobalSignOut: FieldOperation<'adminUserGlobalSignOut', TargetContext> = async (
  _,
  { cognito, userPoolId, target },
) => {
  await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: target.username }));
  return true;
};
