import { clientOf, updateUser, userNamed } from '../accounts.ts';
import { action } from '../action.ts';
import { checkCode } from '../codes.ts';
import { countAttempt } from '../counters.ts';
import { codeExpired, codeMismatch, notAuthorized, userDisabled, userNotFoundForClient } from '../errors.ts';
import { boolean, required, structure } from '../members.ts';
import { clientId, confirmationCode, secretHash, session, textMap, userContextData, username } from '../model.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { hidesUsers } from '../settings/client.ts';
import { subjectOf } from '../sign-in-names.ts';
import { completeSignUp, findSignUp } from '../sign-up-session.ts';
import { tellConfirmed } from '../triggers/sign-up.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  ConfirmationCode: required(confirmationCode),
  ForceAliasCreation: boolean,
  ClientMetadata: textMap,
  Session: session,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export const ConfirmSignUp = action(input, async (request, services) => {
  const { ClientId, SecretHash, Username, ConfirmationCode, ForceAliasCreation, ClientMetadata, Session } = request;
  const { client, pool } = clientOf(services, ClientId);
  checkSecretHash(client, Username, SecretHash);
  const user = userNamed(services, pool, Username);
  if (!user && !hidesUsers(client.settings)) throw userNotFoundForClient();
  const subject = subjectOf(pool, user, Username);
  countAttempt(services, pool.id, subject, 'ConfirmSignUp');
  // A user who waits for his code gets this answer too when he mistypes it.
  if (!user) throw codeMismatch();
  if (!user.enabled) throw userDisabled();
  if (user.status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  const pending = Session === undefined ? undefined : findSignUp(services, client, user, Session);
  const { attribute } = checkCode(services, pool, subject, 'ConfirmSignUp', ConfirmationCode);
  const { confirmed, next } = services.transaction(() => {
    if (!services.codes.remove(pool.id, subject, 'ConfirmSignUp')) throw codeExpired();
    // The code came back from there, so the address is the user's.
    const attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' };
    const confirmed = updateUser(services, pool, user, { status: 'CONFIRMED', attributes }, { force: ForceAliasCreation });
    const contact = attribute === 'email' ? 'email' : 'phone_number';
    const next = pending ? { Session: completeSignUp(services, client, confirmed, pending, contact) } : {};
    return { confirmed, next };
  });
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  await tellConfirmed(services, pool, 'ConfirmSignUp', confirmed, caller);
  return next;
});
