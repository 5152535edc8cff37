import { AdminUserGlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../../call/operation.ts';
import type { TargetContext } from '../../contexts.ts';

export const adminUserGlobalSignOut: FieldOperation<'adminUserGlobalSignOut', TargetContext> = async (
  _,
  { cognito, userPoolId, target },
) => {
  await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: target.username }));
  return true;
};
