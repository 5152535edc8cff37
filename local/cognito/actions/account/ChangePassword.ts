import { action } from '../../action.ts';
import { countAttempt } from '../../secrets/attempts.ts';
import { hasPassword, newPassword, passwordMatches, prove } from '../../secrets/passwords.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { updateUser } from '../../users/accounts.ts';
import { refuseExternal } from '../../users/external-user.ts';
import { CognitoError, invalidParameter } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { password, token } from '../../wire/model.ts';

const input = structure({
  PreviousPassword: password,
  ProposedPassword: required(password),
  AccessToken: required(token),
});

/**
 * Sets another password, or the first one of a user who has signed in without. The tokens of all sign-ins stay valid,
 * and a temporary password remains temporary.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.change
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.sessions-survive
 */
export const ChangePassword = action(input, async ({ PreviousPassword, ProposedPassword, AccessToken }, services) => {
  const { pool, user } = await bearerOf(services, AccessToken);
  refuseExternal(user, 'change password');
  if (user.status === 'RESET_REQUIRED') {
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  }
  countAttempt(services, pool.id, user.sub, 'ChangePassword');
  if (PreviousPassword !== undefined) prove(services, user, () => passwordMatches(pool, user, PreviousPassword));
  else if (hasPassword(user)) throw invalidParameter('Missing required parameter PreviousPassword');
  const verifier = newPassword(services, pool, user, ProposedPassword);
  services.transaction(() => {
    // A reset code that was sent for the old password must not remain valid.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.reset-outlives
    services.codes.remove(pool.id, user.sub, 'ForgotPassword');
    updateUser(services, pool, user, { password: verifier, credential: user.credential + 1 });
  });
  return {};
});
