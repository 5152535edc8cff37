import { action } from '../../action.ts';
import { draftCode } from '../../messages/messages.ts';
import { issueCode } from '../../messages/one-time-codes.ts';
import { confirmationContact, confirmationOrder } from '../../messages/recovery.ts';
import { simulatedDelivery } from '../../messages/simulated-delivery.ts';
import { countAttempt } from '../../secrets/attempts.ts';
import { checkSecretHash } from '../../secrets/secret-hash.ts';
import { hidesUsers } from '../../settings/client.ts';
import { clientOf, userNamed } from '../../users/accounts.ts';
import { subjectOf } from '../../users/sign-in-names.ts';
import { invalidParameter, notAuthorized, userDisabled, userNotFoundForClient } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, secretHash, textMap, userContextData, username } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  ClientMetadata: textMap,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html */
export const ResendConfirmationCode = action(input, async ({ ClientId, SecretHash, Username, ClientMetadata }, services) => {
  const { client, pool } = clientOf(services, ClientId);
  checkSecretHash(client, Username, SecretHash);
  const user = userNamed(services, pool, Username);
  const hidden = hidesUsers(client.settings);
  if (!user && !hidden) throw userNotFoundForClient();
  const subject = subjectOf(pool, user, Username);
  countAttempt(services, pool.id, subject, 'ResendConfirmationCode');
  if (pool.settings.AutoVerifiedAttributes.length === 0) throw cannotResend();
  if (user && !user.enabled && !hidden) throw userDisabled();
  if (!user?.enabled) return { CodeDeliveryDetails: simulatedDelivery(services, pool, Username, confirmationOrder(pool)) };
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
  const contact = confirmationContact(pool, user.attributes);
  if (!contact) throw cannotResend();
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  const draft = await draftCode(services, pool, 'ResendCode', user, contact, caller);
  const send = () => draft.send(issueCode(services, pool, subject, 'ConfirmSignUp', contact, user.attributes[contact]));
  return { CodeDeliveryDetails: services.transaction(send) };
});

const cannotResend = () => notAuthorized('Cannot resend codes. Auto verification not turned on.');
