import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminEnableUser: FieldOperation<'adminEnableUser', TargetContext> = async (_, { cognito, userPoolId, target }) => {
  await cognito.send('AdminEnableUser', { UserPoolId: userPoolId, Username: target.username });
  return true;
};
