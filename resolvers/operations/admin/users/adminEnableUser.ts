import { AdminEnableUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../../call/operation.ts';
import type { TargetContext } from '../../contexts.ts';

export const adminEnableUser: FieldOperation<'adminEnableUser', TargetContext> = async (_, { cognito, userPoolId, target }) => {
  await cognito.send(new AdminEnableUserCommand({ UserPoolId: userPoolId, Username: target.username }));
  return true;
};
