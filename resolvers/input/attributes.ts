import { invalidInput } from '../errors/auth-error.ts';
import type { AttributeInput, InputMaybe } from '../generated/schema.ts';
import { refuseMisleading } from './names.ts';

const MAX_ATTRIBUTES = 100;
const MAX_NAME = 32;
const MAX_VALUE = 2048;

/**
 * Attributes that only Cognito sets, and those that only a developer may set (`dev:`). They are checked here and not
 * left to Cognito, since the app client's list of writable attributes does not apply to an operation with IAM rights.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.administrators
 */
const neverSet = /^(email_verified|phone_number_verified|sub|identities|(cognito|dev):.*)$/i;
/** The verified flags, which administrators may set. */
const flags: ReadonlySet<string> = new Set(['email_verified', 'phone_number_verified']);

/**
 * The attributes of an input, by name.
 * @param takesFlags Whether the verified flags may be among them. Default: no.
 * @throws AuthError `INVALID_INPUT` for one that users may not set, that is listed twice, or that is too long.
 */
export function readAttributes(
  given: InputMaybe<readonly AttributeInput[]>,
  { takesFlags = false }: { readonly takesFlags?: boolean } = {},
): Map<string, string> {
  const attributes = new Map<string, string>();
  if ((given?.length ?? 0) > MAX_ATTRIBUTES) throw refused(`\`attributes\` must have at most ${MAX_ATTRIBUTES} attributes.`);
  for (const { name, value } of given ?? []) {
    if (name === '' || name.length > MAX_NAME) throw refused(`The name of an attribute must have 1 to ${MAX_NAME} characters.`);
    if (neverSet.test(name.trim()) && !(takesFlags && flags.has(name))) throw refused(`The attribute \`${name}\` cannot be set.`);
    if (value.length > MAX_VALUE) throw refused(`The attribute \`${name}\` must have at most ${MAX_VALUE} characters.`);
    if (/[\p{Cc}\u2028\u2029]/u.test(value)) {
      throw refused(`The attribute \`${name}\` must not contain line breaks or control characters.`);
    }
    // It may be a sign-in name, and others see it.
    if (name === 'preferred_username') refuseMisleading('attributes', value, `The attribute \`${name}\``);
    if (attributes.has(name)) throw refused(`The attribute \`${name}\` is given twice.`);
    attributes.set(name, value);
  }
  return attributes;
}

/**
 * The names of attributes, each once. @throws AuthError `INVALID_INPUT` for an empty list, too many names, or one that
 * is too long.
 */
export function readAttributeNames(given: readonly string[]): ReadonlySet<string> {
  const names = new Set(given);
  if (names.size === 0) throw invalidInput('names', 'Give the name of at least one attribute.');
  if (names.size > MAX_ATTRIBUTES) throw invalidInput('names', `\`names\` must have at most ${MAX_ATTRIBUTES} attributes.`);
  for (const name of names) {
    if (name === '' || name.length > MAX_NAME)
      throw invalidInput('names', `The name of an attribute must have 1 to ${MAX_NAME} characters.`);
  }
  return names;
}

/**
 * @throws AuthError `INVALID_INPUT` for an address or number among attributes that have inputs of their own for them.
 */
export function refuseAddresses(attributes: ReadonlyMap<string, string>): void {
  if (attributes.has('email')) throw refused('Give the address as `email`, not among the attributes.');
  if (attributes.has('phone_number')) throw refused('Give the number as `phoneNumber`, not among the attributes.');
}

/** @throws AuthError `INVALID_INPUT` for an attribute that is not in the list. */
export function refuseUnlisted(attributes: ReadonlyMap<string, string>, writable: ReadonlySet<string>): void {
  refuseAddresses(attributes);
  for (const name of attributes.keys()) {
    if (!writable.has(name)) throw refused(`The attribute \`${name}\` cannot be set.`);
  }
}

/** In the form of Cognito's UserAttributes. */
export function toUserAttributes(attributes: Iterable<readonly [string, string]>): { Name: string; Value: string }[] {
  return Array.from(attributes, ([Name, Value]) => ({ Name, Value }));
}

function refused(message: string) {
  return invalidInput('attributes', message);
}
