import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminDeleteSoftwareToken: FieldOperation<'adminDeleteSoftwareToken', TargetContext> = async (
  _,
  { cognito, userPoolId, target },
) => {
  await cognito.send('AdminDeleteSoftwareToken', { UserPoolId: userPoolId, Username: target.username });
  return true;
};
