import { AdminSetUserMFAPreferenceCommand } from '@aws-sdk/client-cognito-identity-provider';
import { readMfaPreference } from '../../../account/mfa-preference.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminSetUserMfaPreference: FieldOperation<'adminSetUserMfaPreference', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  await cognito.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId: userPoolId,
      Username: target.username,
      ...readMfaPreference(input),
    }),
  );
  return true;
};
