import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { clientMetadata } from '../../../input/input.ts';

export const adminConfirmSignUp: FieldOperation<'adminConfirmSignUp', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  await cognito.send('AdminConfirmSignUp', {
    UserPoolId: userPoolId,
    Username: target.username,
    ...clientMetadata(input.clientMetadata),
  });
  return true;
};
