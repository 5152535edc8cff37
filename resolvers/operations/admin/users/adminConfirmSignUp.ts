import { AdminConfirmSignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { clientMetadata } from '../../../input/input.ts';

export const adminConfirmSignUp: FieldOperation<'adminConfirmSignUp', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  await cognito.send(
    new AdminConfirmSignUpCommand({
      UserPoolId: userPoolId,
      Username: target.username,
      ...clientMetadata(input.clientMetadata),
    }),
  );
  return true;
};
