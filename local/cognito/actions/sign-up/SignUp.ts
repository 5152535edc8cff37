import { action } from '../../action.ts';
import { beyondQuota } from '../../messages/email-quota.ts';
import { draftCode } from '../../messages/messages.ts';
import { issueCode } from '../../messages/one-time-codes.ts';
import { confirmationContact } from '../../messages/recovery.ts';
import { checkPassword } from '../../secrets/password-policy.ts';
import { newVerifier } from '../../secrets/passwords.ts';
import { checkSecretHash } from '../../secrets/secret-hash.ts';
import { signsInByCode } from '../../sign-up/invitation.ts';
import { beginSignUp } from '../../sign-up/sign-up-session.ts';
import { screen, tellConfirmed } from '../../triggers/sign-up.ts';
import { clientOf, insertUser, refuseTaken } from '../../users/accounts.ts';
import { checkSchema, checkWritable, toRecord } from '../../users/attributes.ts';
import { newUser, usernameFor } from '../../users/new-user.ts';
import { subjectOf } from '../../users/sign-in-names.ts';
import { invalidParameter, notAuthorized } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { attributes, clientId, optionalPassword, secretHash, textMap, userContextData, username } from '../../wire/model.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  Password: optionalPassword,
  UserAttributes: attributes,
  ValidationData: attributes,
  ClientMetadata: textMap,
  UserContextData: userContextData,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export const SignUp = action(input, async (request, services) => {
  const { ClientId, SecretHash, Username, Password, UserAttributes, ValidationData, ClientMetadata } = request;
  const { client, pool } = clientOf(services, ClientId);
  checkSecretHash(client, Username, SecretHash);
  const { AdminCreateUserConfig, AliasAttributes, Policies } = pool.settings;
  if (AdminCreateUserConfig.AllowAdminCreateUserOnly) throw notAuthorized('SignUp is not permitted for this user pool');
  if (!Password && !signsInByCode(pool)) throw missingPassword();
  const given = toRecord(UserAttributes);
  checkWritable(client, Object.keys(given));
  // https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html: only after confirmation.
  if (given['preferred_username'] && AliasAttributes.includes('preferred_username')) {
    throw invalidParameter('preferred_username cannot be set as an alias before the user is confirmed.');
  }
  const named = usernameFor(pool, Username, services.world);
  const all = { ...given, ...named.attributes };
  checkSchema(pool.settings, all, true);
  if (Password) checkPassword(Policies.PasswordPolicy, Password, 'did not conform with');
  const password = Password ? newVerifier(services.world, pool, named.username, Password) : null;
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  const validationData = ValidationData ? toRecord(ValidationData) : null;
  const applicant = { username: named.username, attributes: all, validationData };
  const { confirmed, attributes: screened } = await screen(services, pool, caller, applicant);
  const status = confirmed ? 'CONFIRMED' : 'UNCONFIRMED';
  const created = newUser(pool, { ...named, attributes: screened, status, password, passwordExpiresAt: null }, services.world);
  refuseTaken(services, pool, created, {});
  const contact = confirmed ? undefined : confirmationContact(pool, screened);
  const draft = contact && (await draftCode(services, pool, 'SignUp', created, contact, caller));
  // A mail beyond the quota is refused and leaves the user there (API_SignUp); whatever else fails leaves neither user
  // nor mail.
  // @see docs/aws-behaviour/cognito-users.md#cognito.users.quota-leaves-user
  const unsent = contact === 'email' ? beyondQuota(services, pool) : undefined;
  const { user, sent, session } = services.transaction(() => {
    const user = insertUser(services, pool, created, {});
    const address = contact && user.attributes[contact];
    const code = contact && issueCode(services, pool, subjectOf(pool, user, Username), 'ConfirmSignUp', contact, address);
    const sent = draft && code && !unsent ? { CodeDeliveryDetails: draft.send(code) } : {};
    return { user, sent, session: confirmed ? {} : beginSignUp(services, client, user) };
  });
  if (unsent) throw unsent;
  if (confirmed) await tellConfirmed(services, pool, 'ConfirmSignUp', user, caller);
  return { UserConfirmed: confirmed, UserSub: user.sub, ...sent, ...session };
});

const missingPassword = () => invalidParameter('Missing required parameter Password');
