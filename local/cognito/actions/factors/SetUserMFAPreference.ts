import { action } from '../../action.ts';
import { mfaPreferenceMembers, setMfaPreference } from '../../sign-in/factors/mfa-preference.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ ...mfaPreferenceMembers, AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html */
export const SetUserMFAPreference = action(input, async ({ AccessToken, ...preference }, services) => {
  const { pool, user } = await bearerOf(services, AccessToken);
  setMfaPreference(services, pool, user, preference, 'user');
  return {};
});
