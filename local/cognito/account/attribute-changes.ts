import type { Contact } from '../messages/messages.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import { checkSchema, withChanges } from '../users/attributes.ts';
import { invalidParameter } from '../wire/errors.ts';

/** The requested changes of a user. */
export interface AttributeChanges {
  readonly set: Attributes;
  /** Removing an address also removes its verified flag. */
  readonly removed: readonly string[];
}

export const contacts = ['email', 'phone_number'] as const;

/** Reads attributes as they were given: an empty value removes one. Throws like `checkChanges`. */
export function changesOf(pool: UserPool, given: Attributes): AttributeChanges {
  const isSet = ([, value]: [string, string]) => value !== '';
  const changes = {
    set: Object.fromEntries(Object.entries(given).filter(isSet)),
    removed: Object.keys(given).filter((name) => given[name] === ''),
  };
  checkChanges(pool, changes);
  return changes;
}

/** Throws InvalidParameterException for an attribute that is unknown, immutable, required or malformed. */
export function checkChanges({ settings }: UserPool, { set, removed }: AttributeChanges): void {
  const schema = new Map(settings.SchemaAttributes.map((attribute) => [attribute.Name, attribute]));
  for (const name of [...Object.keys(set), ...removed]) {
    const attribute = schema.get(name);
    if (!attribute) throw invalidParameter(`Type for attribute {${name}} could not be determined`);
    if (!attribute.Mutable) throw invalidParameter(`user.${name}: Attribute cannot be updated.`);
    if (attribute.Required && removed.includes(name)) {
      throw invalidParameter(`Invalid user attributes: ${name}: Required attribute cannot be deleted.`);
    }
  }
  checkSchema(settings, set, false);
}

/**
 * The new addresses that need a code: those that the pool verifies by itself, unless an administrator marks them as
 * verified. Setting the same address again changes nothing.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.same-address
 */
export function unprovenAddresses({ settings }: UserPool, user: User, { set }: AttributeChanges): Contact[] {
  return contacts.filter(
    (contact) =>
      set[contact] !== undefined &&
      set[contact] !== user.attributes[contact] &&
      set[`${contact}_verified`] !== 'true' &&
      settings.AutoVerifiedAttributes.includes(contact),
  );
}

/**
 * The attributes after the changes. If the pool keeps an address until the new one is verified, the new one is not
 * among them.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.kept-until-verified
 */
export function attributesAfter(pool: UserPool, user: User, changes: AttributeChanges): Attributes {
  const { AttributesRequireVerificationBeforeUpdate: proven = [] } = pool.settings.UserAttributeUpdateSettings ?? {};
  const waiting = unprovenAddresses(pool, user, changes).filter((contact) => proven.includes(contact));
  const isWaiting = (name: string) => waiting.some((contact) => name === contact || name === `${contact}_verified`);
  const isRemoved = (name: string) => changes.removed.includes(name) || changes.removed.includes(name.replace(/_verified$/, ''));
  const kept = Object.fromEntries(Object.entries(user.attributes).filter(([name]) => !isRemoved(name)));
  const set = Object.fromEntries(Object.entries(changes.set).filter(([name]) => !isWaiting(name)));
  return withChanges(kept, set);
}
