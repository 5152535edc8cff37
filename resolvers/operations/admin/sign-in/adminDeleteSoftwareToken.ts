import { AdminDeleteSoftwareTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminDeleteSoftwareToken: FieldOperation<'adminDeleteSoftwareToken', TargetContext> = async (
  _,
  { cognito, userPoolId, target },
) => {
  await cognito.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId: userPoolId, Username: target.username }));
  return true;
};
