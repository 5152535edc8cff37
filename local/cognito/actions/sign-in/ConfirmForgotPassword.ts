import { action } from '../../action.ts';
import { checkCode } from '../../messages/one-time-codes.ts';
import { countAttempt, forgetFailures } from '../../secrets/attempts.ts';
import { newPassword } from '../../secrets/passwords.ts';
import { checkSecretHash } from '../../secrets/secret-hash.ts';
import { hidesUsers } from '../../settings/client.ts';
import { tellConfirmed } from '../../triggers/sign-up.ts';
import { clientOf, updateUser, userNamed } from '../../users/accounts.ts';
import { isExternal } from '../../users/external-user.ts';
import { subjectOf } from '../../users/sign-in-names.ts';
import { codeExpired, codeMismatch, userDisabled, userNotFoundForClient } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, confirmationCode, password, secretHash, textMap, userContextData, username } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  ConfirmationCode: required(confirmationCode),
  Password: required(password),
  ClientMetadata: textMap,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html */
export const ConfirmForgotPassword = action(input, async (request, services) => {
  const { ClientId, SecretHash, Username, ConfirmationCode, Password, ClientMetadata } = request;
  const { client, pool } = clientOf(services, ClientId);
  checkSecretHash(client, Username, SecretHash);
  const user = userNamed(services, pool, Username);
  const hidden = hidesUsers(client.settings);
  if (!user && !hidden) throw userNotFoundForClient();
  const subject = subjectOf(pool, user, Username);
  countAttempt(services, pool.id, subject, 'PasswordRecovery');
  if (user && !user.enabled && !hidden) throw userDisabled();
  checkCode(services, pool, subject, 'ForgotPassword', ConfirmationCode);
  // A user who may not reset was sent no code, so even a right guess must be refused.
  if (!user?.enabled || user.status === 'UNCONFIRMED' || isExternal(user)) throw codeMismatch();
  const verifier = newPassword(services, pool, user, Password);
  const changed = services.transaction(() => {
    if (!services.codes.remove(pool.id, subject, 'ForgotPassword')) throw codeExpired();
    const change = { status: 'CONFIRMED', password: verifier, passwordExpiresAt: null, credential: user.credential + 1 } as const;
    // The owner of the mailbox is not the person who was guessing.
    // @see docs/aws-behaviour/cognito-users.md#cognito.users.reset-ends-lock
    forgetFailures(services, pool.id, subject, 'SignInFailure');
    return updateUser(services, pool, user, change);
  });
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  await tellConfirmed(services, pool, 'ConfirmForgotPassword', changed, caller);
  return {};
});
