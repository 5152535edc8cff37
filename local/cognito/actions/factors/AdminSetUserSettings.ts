import { action } from '../../action.ts';
import { mfaOptions, setMfaOptions } from '../../sign-in/factors/mfa-options.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  MFAOptions: required(mfaOptions),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserSettings.html */
export const AdminSetUserSettings = action(input, ({ UserPoolId, Username, MFAOptions }, services) => {
  const pool = poolOf(services, UserPoolId);
  setMfaOptions(services, pool, userForAdmin(services, pool, Username), MFAOptions, 'admin');
  return {};
});
