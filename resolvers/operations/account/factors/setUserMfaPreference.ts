import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import { readMfaPreference } from '../../../account/mfa-preference.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { AccountContext } from '../../contexts.ts';

export const setUserMfaPreference: FieldOperation<'setUserMfaPreference', AccountContext> = async ({ input }, context) => {
  const preference = readMfaPreference(input);
  const { accessToken } = freshlySignedIn(context);
  await context.cognito.send('SetUserMFAPreference', { AccessToken: accessToken, ...preference });
  return true;
};
