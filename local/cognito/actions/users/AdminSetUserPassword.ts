import { action } from '../../action.ts';
import { newPassword } from '../../secrets/passwords.ts';
import { temporaryPasswordExpiry } from '../../sign-up/invitation.ts';
import { poolOf, updateUser, userForAdmin } from '../../users/accounts.ts';
import { boolean, required, structure } from '../../wire/members.ts';
import { password, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  Password: required(password),
  Permanent: boolean,
});

/**
 * A permanent password confirms the user, whatever their state was: a user of an external provider may then sign in with
 * it, too. A temporary one must be changed at the next sign-in. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html
 */
export const AdminSetUserPassword = action(input, ({ UserPoolId, Username, Password, Permanent = false }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  const verifier = newPassword(services, pool, user, Password);
  services.transaction(() => {
    // A reset code that was sent for the old password must not remain valid.
    services.codes.remove(pool.id, user.sub, 'ForgotPassword');
    updateUser(services, pool, user, {
      status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
      password: verifier,
      passwordExpiresAt: Permanent ? null : temporaryPasswordExpiry(services, pool),
      credential: user.credential + 1,
    });
  });
  return {};
});
