import { action } from '../../action.ts';
import { draftCode } from '../../messages/messages.ts';
import { issueCode } from '../../messages/one-time-codes.ts';
import { cannotReset, noContact, recoveryContact } from '../../messages/recovery.ts';
import { current, poolOf, updateUser, userForAdmin } from '../../users/accounts.ts';
import { isExternal } from '../../users/external-user.ts';
import { userDisabled } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { textMap, username, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Username: required(username), ClientMetadata: textMap });

/**
 * Ends the password: a sign-in with it is refused until it is reset with the code that is sent.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
 */
export const AdminResetUserPassword = action(input, async ({ UserPoolId, Username, ClientMetadata }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  if (!user.enabled) throw userDisabled();
  if (user.status === 'FORCE_CHANGE_PASSWORD' || isExternal(user)) throw cannotReset();
  const contact = recoveryContact(pool, user);
  if (!contact || user.status === 'UNCONFIRMED') throw noContact();
  const caller = { clientId: null, clientMetadata: ClientMetadata };
  const draft = await draftCode(services, pool, 'ForgotPassword', user, contact, caller);
  services.transaction(() => {
    const now = current(services, user);
    updateUser(services, pool, now, { status: 'RESET_REQUIRED', credential: now.credential + 1 });
    draft.send(issueCode(services, pool, user.sub, 'ForgotPassword', contact));
  });
  return {};
});
