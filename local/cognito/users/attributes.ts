import type { PoolSettings } from '../settings/pool.ts';
import type { SchemaAttribute } from '../settings/schema-attributes.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import { invalidParameter, notAuthorized } from '../wire/errors.ts';
import { identitiesAttribute } from './identities.ts';
import { isEmail, looksLikePhone } from './sign-in-names.ts';

type AttributeList = readonly { readonly Name: string; readonly Value?: string }[];

/** The list as a record. If an attribute is listed twice, the last value counts. */
export function toRecord(list: AttributeList | undefined): Record<string, string> {
  const entries = (list ?? []).map(({ Name, Value }): [string, string] => {
    if (Value === undefined) throw invalidParameter(`Attribute value for ${Name} must not be null`);
    // Booleans are sent as strings, in upper or lower case: "True" is true.
    // @see docs/aws-behaviour/cognito-users.md#cognito.attributes.flags
    return [Name, Name.endsWith('_verified') ? Value.toLowerCase() : Value];
  });
  // Not by assignment, which would silently drop `__proto__` instead of refusing it.
  return Object.fromEntries(entries);
}

/** As Cognito lists a user: `sub` first, every value a string. */
export function toList(user: Pick<User, 'sub' | 'attributes' | 'identities'>): { Name: string; Value: string }[] {
  const identities = identitiesAttribute(user);
  return Object.entries({ sub: user.sub, ...(identities && { identities }), ...user.attributes }).map(([Name, Value]) => ({
    Name,
    Value,
  }));
}

const contacts = ['email', 'phone_number'] as const;

/**
 * `before` with `set` applied. A new or changed address is unverified unless `set` says otherwise. Do not use it for
 * users whom an administrator or UserMigration creates: they only have a flag if it was given.
 */
export function withChanges(before: Attributes, set: Attributes): Attributes {
  const flags: Record<string, string> = {};
  for (const name of contacts) {
    const flag = `${name}_verified`;
    if (set[name] !== undefined && set[name] !== before[name] && set[flag] === undefined) flags[flag] = 'false';
  }
  return { ...before, ...set, ...flags };
}

/** Checks the resulting user. Throws InvalidParameterException for a verified flag without its address. */
export function refuseLoneFlags(attributes: Attributes): void {
  for (const name of contacts) {
    if (attributes[`${name}_verified`] !== undefined && !attributes[name]) throw invalidParameter(loneFlags[name]);
  }
}

const loneFlags = {
  email: 'Email is required to verify/un-verify an email',
  phone_number: 'Phone Number is required to verify/un-verify a phone number',
} as const;

/**
 * Throws InvalidParameterException for what does not fit the pool's schema: unknown names, malformed values and, for a
 * whole user, missing attributes.
 */
export function checkSchema(settings: PoolSettings, attributes: Attributes, whole: boolean): void {
  const schema = new Map(settings.SchemaAttributes.map((attribute) => [attribute.Name, attribute]));
  const problems: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = schema.get(name);
    const problem = attribute ? valueProblem(attribute, value) : 'Attribute does not exist in the schema.';
    if (problem) problems.push(`${name}: ${problem}`);
  }
  if (whole) problems.push(...missing(settings, attributes).map(requiredProblem));
  if (problems.length > 0) throw invalidParameter(`Attributes did not conform to the schema: ${problems.join('\n')}`);
  if (attributes['email'] !== undefined && !isEmail(attributes['email'])) throw invalidParameter('Invalid email address format.');
  if (attributes['phone_number'] !== undefined && !looksLikePhone(attributes['phone_number'])) {
    throw invalidParameter('Invalid phone number format.');
  }
}

/** The required attributes that are missing. `sub` is not among them, since the pool sets it. */
export function missing(settings: PoolSettings, attributes: Attributes): string[] {
  const required = settings.SchemaAttributes.filter(({ Name, Required }) => Required && Name !== 'sub');
  return required.map(({ Name }) => Name).filter((name) => !attributes[name]);
}

/** Cognito uses a longer name for a required `name`. */
function requiredProblem(name: string): string {
  return name === 'name' ? 'name.formatted: The attribute name.formatted is required' : `${name}: The attribute is required`;
}

/**
 * What is wrong with a value, in a text of our own.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.texts
 */
function valueProblem(attribute: SchemaAttribute, value: string): string | undefined {
  const { StringAttributeConstraints: text, NumberAttributeConstraints: number } = attribute;
  const checks: Readonly<Record<string, () => string | undefined | false>> = {
    String: () =>
      (value.length < Number(text?.MinLength ?? 0) && `String must be at least ${text?.MinLength} characters long.`) ||
      (value.length > Number(text?.MaxLength ?? 2048) && `String must be no longer than ${text?.MaxLength} characters.`),
    Number: () =>
      (!/^-?[0-9]+$/.test(value) && 'Attribute value must be a number.') ||
      (Number(value) < Number(number?.MinValue ?? Number.NEGATIVE_INFINITY) && `Number must be at least ${number?.MinValue}.`) ||
      (Number(value) > Number(number?.MaxValue ?? Number.POSITIVE_INFINITY) && `Number must be at most ${number?.MaxValue}.`),
    Boolean: () => !/^(?:true|false)$/i.test(value) && 'Attribute value must be true or false.',
    DateTime: () => Number.isNaN(Date.parse(value)) && 'Attribute value must be a date.',
  };
  return checks[attribute.AttributeDataType]?.() || undefined;
}

const neverWritable = new Set(['sub', 'email_verified', 'phone_number_verified']);

/**
 * Throws NotAuthorizedException if a user sets an attribute that their client may not write. A client without a list
 * may write all attributes except the verified flags.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.unlisted
 */
export function checkWritable({ settings }: UserPoolClient, names: readonly string[]): void {
  const listed = settings.WriteAttributes;
  const writable = (name: string) =>
    !neverWritable.has(name) && !name.startsWith('dev:') && (listed === undefined || listed.includes(name));
  if (!names.every(writable)) throw notAuthorized('A client attempted to write unauthorized attribute');
}

/** What a client may read of a user. Without a list, that is everything except developer attributes. */
export function readable({ settings }: UserPoolClient, attributes: Attributes): Attributes {
  const listed = settings.ReadAttributes;
  const visible = ([name]: [string, string]) => !name.startsWith('dev:') && (listed === undefined || listed.includes(name));
  return Object.fromEntries(Object.entries(attributes).filter(visible));
}
