import { action } from '../../action.ts';
import { tellConfirmed } from '../../triggers/sign-up.ts';
import { poolOf, updateUser, userForAdmin } from '../../users/accounts.ts';
import { notAuthorized } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { textMap, username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username), ClientMetadata: textMap });

/**
 * Confirms the user. Their addresses stay unverified, since nobody has proven them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
 */
export const AdminConfirmSignUp = action(input, async ({ UserPoolId, Username, ClientMetadata }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  if (user.status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  const confirmed = services.transaction(() => {
    services.codes.remove(pool.id, user.sub, 'ConfirmSignUp');
    return updateUser(services, pool, user, { status: 'CONFIRMED' });
  });
  await tellConfirmed(services, pool, 'ConfirmSignUp', confirmed, { clientId: null, clientMetadata: ClientMetadata });
  return {};
});
