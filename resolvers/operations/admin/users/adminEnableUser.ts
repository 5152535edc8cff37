import { AdminEnableUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminEnableUser: FieldOperation<'adminEnableUser', TargetContext> = async (_, { cognito, userPoolId, target }) => {
  await cognito.send(new AdminEnableUserCommand({ UserPoolId: userPoolId, Username: target.username }));
  return true;
};
