import { action } from '../../action.ts';
import { draftCode } from '../../messages/messages.ts';
import { issueCode } from '../../messages/one-time-codes.ts';
import { cannotReset, noContact, recoveryContact, recoveryOrder } from '../../messages/recovery.ts';
import { simulatedDelivery } from '../../messages/simulated-delivery.ts';
import { countAttempt } from '../../secrets/attempts.ts';
import { checkSecretHash } from '../../secrets/secret-hash.ts';
import { hidesUsers } from '../../settings/client.ts';
import { migrateForReset } from '../../triggers/user-migration.ts';
import { clientOf, userNamed } from '../../users/accounts.ts';
import { isExternal } from '../../users/external-user.ts';
import { subjectOf } from '../../users/sign-in-names.ts';
import { userDisabled, userNotFoundForClient } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, secretHash, textMap, userContextData, username } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  ClientMetadata: textMap,
  UserContextData: userContextData,
});

/**
 * Sends a code. The password stays valid until ConfirmForgotPassword.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
 */
export const ForgotPassword = action(input, async ({ ClientId, SecretHash, Username, ClientMetadata }, services) => {
  const { client, pool } = clientOf(services, ClientId);
  checkSecretHash(client, Username, SecretHash);
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  const user = userNamed(services, pool, Username) ?? (await migrateForReset(services, pool, Username, caller));
  const hidden = hidesUsers(client.settings);
  if (!user && !hidden) throw userNotFoundForClient();
  const subject = subjectOf(pool, user, Username);
  countAttempt(services, pool.id, subject, 'PasswordRecovery');
  const contact = recoveryContact(pool, user);
  if (user && !user.enabled && !hidden) throw userDisabled();
  if (user?.status === 'FORCE_CHANGE_PASSWORD' || (user && isExternal(user) && !hidden)) throw cannotReset();
  if (user?.enabled && user.status !== 'UNCONFIRMED' && !isExternal(user) && contact) {
    const draft = await draftCode(services, pool, 'ForgotPassword', user, contact, caller);
    const send = () => draft.send(issueCode(services, pool, subject, 'ForgotPassword', contact));
    return { CodeDeliveryDetails: services.transaction(send) };
  }
  if (!hidden) throw noContact();
  // A code is stored that nobody receives, so that ConfirmForgotPassword also answers as for a real user.
  // @see docs/aws-behaviour/cognito-users.md#cognito.existence.reset-unconfirmed
  const CodeDeliveryDetails = simulatedDelivery(services, pool, Username, recoveryOrder(pool));
  issueCode(services, pool, subject, 'ForgotPassword', CodeDeliveryDetails.AttributeName);
  return { CodeDeliveryDetails };
});
