import { action } from '../../action.ts';
import { setMfaPreference } from '../../sign-in/factors/mfa-preference.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteSoftwareToken.html */
export const AdminDeleteSoftwareToken = action(input, ({ UserPoolId, Username }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  setMfaPreference(services, pool, user, { SoftwareTokenMfaSettings: { Enabled: false } }, 'admin');
  return {};
});
