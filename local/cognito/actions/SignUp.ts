import { clientOf, insertUser } from '../accounts.ts';
import { action } from '../action.ts';
import { checkSchema, checkWritable, toRecord, withFlags } from '../attributes.ts';
import { issueCode } from '../codes.ts';
import { invalidParameter, notAuthorized, notImplemented } from '../errors.ts';
import { signsInByCode } from '../invitation.ts';
import { required, structure } from '../members.ts';
import { sendCode } from '../messages.ts';
import { attributes, clientId, optionalPassword, secretHash, textMap, username } from '../model.ts';
import { newUser, usernameFor } from '../new-user.ts';
import { checkPassword } from '../password-policy.ts';
import { newVerifier } from '../passwords.ts';
import { confirmationContact } from '../recovery.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { subjectOf } from '../sign-in-names.ts';

const input = structure({
  ClientId: required(clientId),
  SecretHash: secretHash,
  Username: required(username),
  Password: optionalPassword,
  UserAttributes: attributes,
  ValidationData: attributes,
  ClientMetadata: textMap,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export const SignUp = action(input, ({ ClientId, SecretHash, Username, Password, UserAttributes }, services) => {
  const { client, pool } = clientOf(services, ClientId);
  checkSecretHash(client, Username, SecretHash);
  const { AdminCreateUserConfig, AliasAttributes, Policies } = pool.settings;
  if (AdminCreateUserConfig.AllowAdminCreateUserOnly) throw notAuthorized('SignUp is not permitted for this user pool');
  if (!Password) throw signsInByCode(pool) ? notImplemented('SignUp without a password') : missingPassword();
  const given = toRecord(UserAttributes);
  checkWritable(client, Object.keys(given));
  // https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html: only after confirmation.
  if (given['preferred_username'] && AliasAttributes.includes('preferred_username')) {
    throw invalidParameter('preferred_username cannot be set as an alias before the user is confirmed.');
  }
  const named = usernameFor(pool, Username, services.world);
  const all = withFlags({ ...given, ...named.attributes });
  checkSchema(pool.settings, all, true);
  checkPassword(Policies.PasswordPolicy, Password, 'did not conform with');
  const password = newVerifier(services.world, pool, named.username, Password);
  const contact = confirmationContact(pool, all);
  const { user, code } = services.transaction(() => {
    const created = newUser(
      pool,
      { ...named, attributes: all, status: 'UNCONFIRMED', password, passwordExpiresAt: null },
      services.world,
    );
    const user = insertUser(services, pool, created, {});
    const code = contact && issueCode(services, pool, subjectOf(pool, user, Username), 'ConfirmSignUp', contact);
    return { user, code };
  });
  const sent = contact && code ? { CodeDeliveryDetails: sendCode(services, pool, 'SignUp', user, contact, code) } : {};
  return { UserConfirmed: false, UserSub: user.sub, ...sent };
});

const missingPassword = () => invalidParameter('Missing required parameter Password');
