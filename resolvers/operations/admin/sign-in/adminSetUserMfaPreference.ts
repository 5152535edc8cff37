import { readMfaPreference } from '../../../account/mfa-preference.ts';
import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const adminSetUserMfaPreference: FieldOperation<'adminSetUserMfaPreference', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  await cognito.send('AdminSetUserMFAPreference', {
    UserPoolId: userPoolId,
    Username: target.username,
    ...readMfaPreference(input),
  });
  return true;
};
