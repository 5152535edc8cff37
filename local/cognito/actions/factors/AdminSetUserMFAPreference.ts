import { action } from '../../action.ts';
import { mfaPreferenceMembers, setMfaPreference } from '../../sign-in/factors/mfa-preference.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ ...mfaPreferenceMembers, UserPoolId: required(userPoolId), Username: required(username) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html */
export const AdminSetUserMFAPreference = action(input, ({ UserPoolId, Username, ...preference }, services) => {
  const pool = poolOf(services, UserPoolId);
  setMfaPreference(services, pool, userForAdmin(services, pool, Username), preference, 'admin');
  return {};
});
