import type { IdentityProvider } from '../store/federation/identity-provider-store.ts';
import { subjectAttribute } from '../store/federation/identity-store.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { Attributes } from '../store/users/user-store.ts';
import { checkSchema, missing } from '../users/attributes.ts';
import { invalidParameter } from '../wire/errors.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html

/** What a provider says about a user, by its own names. */
export type Claims = Readonly<Record<string, unknown>>;

const contacts = ['email', 'phone_number'] as const;

/**
 * The attributes of the pool that a provider's claims become. An address is unverified unless the provider is mapped to
 * say otherwise, also at a later sign-in. A claim that is missing or empty sets nothing.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.mapping
 */
export function mappedAttributes({ mapping }: Pick<IdentityProvider, 'mapping'>, claims: Claims): Attributes {
  const mapped = Object.entries(mapping).flatMap(([attribute, claim]): [string, string][] => {
    // `username` is the subject, which the user's name is made of.
    const value = attribute !== 'username' && Object.hasOwn(claims, claim) ? textOf(claims[claim]) : '';
    if (value === '') return [];
    return [[attribute, attribute.endsWith('_verified') ? String(value.toLowerCase() === 'true') : value]];
  });
  // Not by assignment, which would silently drop `__proto__`.
  const attributes: Record<string, string> = Object.fromEntries(mapped);
  for (const contact of contacts) {
    const flag = `${contact}_verified`;
    if (attributes[contact] === undefined) delete attributes[flag];
    else attributes[flag] ??= 'false';
  }
  return attributes;
}

/**
 * Several values become one text in brackets, in which a value's own commas and brackets are encoded.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.lists
 */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `[${value.map((item) => encodeURIComponent(textOf(item))).join(', ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * Throws InvalidParameterException for attributes that a sign-in cannot set: those that do not fit the schema, those that
 * are required and missing, and at a later sign-in those that never change or that the client may not write.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.mapping
 */
export function refuseUnmappable({ settings }: UserPool, client: UserPoolClient, mapped: Attributes, isNew: boolean): void {
  const { WriteAttributes } = client.settings;
  const isFixed = (name: string): boolean =>
    settings.SchemaAttributes.some(({ Name, Mutable }) => Name === name && Mutable === false) ||
    !(name.endsWith('_verified') || (WriteAttributes?.includes(name) ?? true));
  const fixed = isNew ? undefined : Object.keys(mapped).find(isFixed);
  if (fixed !== undefined) throw invalidParameter(`user.${fixed}: Attribute cannot be updated.`);
  const absent = isNew ? missing(settings, mapped) : [];
  if (absent.length > 0) throw invalidParameter(`attributes required: [${absent.join(', ')}]`);
  checkSchema(settings, mapped, false);
}

/** The attributes by which a link may name a user who has never signed in: the subject, or a mapped attribute. */
export function linkableAttributes({ type, mapping }: Pick<IdentityProvider, 'type' | 'mapping'>): string[] {
  const mayNameOthers = type === 'OIDC' || type === 'SAML';
  return [subjectAttribute, ...(mayNameOthers ? Object.keys(mapping).filter((name) => name !== 'username') : [])];
}
