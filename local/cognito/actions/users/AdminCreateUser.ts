import { action } from '../../action.ts';
import { draftInvitation } from '../../messages/messages.ts';
import { newVerifier } from '../../secrets/passwords.ts';
import { invitation, refuseWithoutEmail, resendInvitation } from '../../sign-up/invitation.ts';
import { screenInvited } from '../../triggers/sign-up.ts';
import { insertUser, poolOf, refuseTaken } from '../../users/accounts.ts';
import { checkSchema, refuseLoneFlags, toRecord } from '../../users/attributes.ts';
import { newUser, usernameFor } from '../../users/new-user.ts';
import { describeUser } from '../../users/user-output.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { boolean, list, oneOf, required, structure } from '../../wire/members.ts';
import { attributes, optionalPassword, textMap, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  UserAttributes: attributes,
  ValidationData: attributes,
  TemporaryPassword: optionalPassword,
  ForceAliasCreation: boolean,
  MessageAction: oneOf('RESEND', 'SUPPRESS'),
  DesiredDeliveryMediums: list(oneOf('SMS', 'EMAIL')),
  ClientMetadata: textMap,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
export const AdminCreateUser = action(input, async (request, services) => {
  const pool = poolOf(services, request.UserPoolId);
  const caller = { clientId: null, clientMetadata: request.ClientMetadata };
  const mediums = request.DesiredDeliveryMediums ?? ['SMS'];
  if (request.MessageAction === 'RESEND') {
    const user = await resendInvitation(services, pool, request.Username, request.TemporaryPassword, mediums, caller);
    return { User: describeUser(user) };
  }
  const given = toRecord(request.UserAttributes);
  if ('sub' in given) throw invalidParameter('Cannot modify the non-mutable attribute sub');
  const named = usernameFor(pool, request.Username, services.world);
  const all = { ...given, ...named.attributes };
  checkSchema(pool.settings, all, true);
  refuseLoneFlags(all);
  refuseWithoutEmail(mediums, all);
  const { password: temporaryPassword, expiresAt } = invitation(services, pool, request.TemporaryPassword);
  const validationData = request.ValidationData ? toRecord(request.ValidationData) : null;
  const applicant = { username: named.username, attributes: all, validationData };
  await screenInvited(services, pool, caller, applicant);
  const password = temporaryPassword === null ? null : newVerifier(services.world, pool, named.username, temporaryPassword);
  // A user without a password has none to change at the first sign-in.
  const status = password ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED';
  const created = newUser(pool, { ...named, attributes: all, status, password, passwordExpiresAt: expiresAt }, services.world);
  const rules = { force: request.ForceAliasCreation, taken: 'User account already exists' };
  refuseTaken(services, pool, created, rules);
  const isTold = temporaryPassword !== null && request.MessageAction !== 'SUPPRESS';
  const draft = isTold ? await draftInvitation(services, pool, created, mediums, caller) : undefined;
  const user = services.transaction(() => {
    const user = insertUser(services, pool, created, rules);
    if (temporaryPassword !== null) draft?.send(temporaryPassword);
    return user;
  });
  return { User: describeUser(user) };
});
