import { poolOf, updateUser, userForAdmin } from '../../../users/accounts.ts';
import { checkSchema, refuseLoneFlags, toRecord, withChanges } from '../../../users/attributes.ts';
import { action } from '../../action.ts';
import { invalidParameter, notImplemented } from '../../errors.ts';
import { required, structure } from '../../members.ts';
import { attributes, textMap, username, userPoolId } from '../../model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  UserAttributes: required(attributes),
  ClientMetadata: textMap,
});

/**
 * Sets attributes, and removes those with an empty value; an address takes its flag with it. A new address is unverified
 * unless its flag comes along; where it would have to be verified by a code the flag must come along, since the operations
 * that take such a code are not there.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export const AdminUpdateUserAttributes = action(input, ({ UserPoolId, Username, UserAttributes }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  const { settings } = pool;
  const given = toRecord(UserAttributes);
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const schema = new Map(settings.SchemaAttributes.map((attribute) => [attribute.Name, attribute]));
  for (const name of Object.keys(given)) {
    const attribute = schema.get(name);
    if (!attribute) throw invalidParameter(`Type for attribute {${name}} could not be determined`);
    if (!attribute.Mutable) throw invalidParameter(`user.${name}: Attribute cannot be updated.`);
    if (!(name in set) && attribute.Required) {
      throw invalidParameter(`Invalid user attributes: ${name}: Required attribute cannot be deleted.`);
    }
  }
  checkSchema(settings, set, false);
  for (const contact of ['email', 'phone_number'] as const) {
    const isNew = set[contact] !== undefined && set[contact] !== user.attributes[contact];
    if (isNew && set[`${contact}_verified`] !== 'true' && settings.AutoVerifiedAttributes.includes(contact)) {
      throw notImplemented(`A new ${contact} that a code would have to verify`);
    }
  }
  const isRemoved = (name: string) => given[name] === '' || given[name.replace(/_verified$/, '')] === '';
  const kept = Object.fromEntries(Object.entries(user.attributes).filter(([name]) => !isRemoved(name)));
  const attributes = withChanges(kept, set);
  refuseLoneFlags(attributes);
  updateUser(services, pool, user, { attributes });
  return {};
});
