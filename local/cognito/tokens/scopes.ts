import type { UserPoolClient } from '../store/pool-store.ts';
import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import { readable } from '../users/attributes.ts';

/** The scope that an access token needs for Cognito's own operations. */
export const selfServiceScope = 'aws.cognito.signin.user.admin';

/** The scopes of a sign-in's access tokens. One by the API's operations always has the same. */
export function scopesOf({ grant }: SignIn): readonly string[] {
  return grant?.scopes ?? [selfServiceScope];
}

/** The attributes that each scope of OpenID Connect gives access to; null for all that the client may read. */
const attributesOf: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['email', ['email', 'email_verified']],
  ['phone', ['phone_number', 'phone_number_verified']],
  ['profile', null],
]);

/**
 * The attributes that the scopes give access to, among those that the client may read: all of them for `openid` alone,
 * and for a sign-in by the API's operations, which has no such scopes.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.scope-claims
 */
export function attributesInScope(client: UserPoolClient, user: User, scopes: readonly string[] = []): Attributes {
  const visible = readable(client, user.attributes);
  const listed = scopes.map((scope) => attributesOf.get(scope)).filter((names) => names !== undefined);
  if (listed.length === 0 || listed.includes(null)) return visible;
  const names = listed.flatMap((some) => some ?? []);
  return Object.fromEntries(Object.entries(visible).filter(([name]) => names.includes(name)));
}

/**
 * Whether the client may read every attribute that a scope names.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.readable
 */
export function mayReadScopes({ settings: { ReadAttributes } }: UserPoolClient, scopes: readonly string[]): boolean {
  const named = scopes.flatMap((scope) => attributesOf.get(scope) ?? []);
  return ReadAttributes === undefined || named.every((name) => ReadAttributes.includes(name));
}

/**
 * The attributes as claims of an ID token: strings except for the two flags and the address (OpenID Connect Core
 * §5.1.1).
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.flags
 */
export function profileClaims(client: UserPoolClient, user: User, scopes?: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(attributesInScope(client, user, scopes));
  return Object.fromEntries(entries.map(([name, value]) => [name, claimOf(name, value)]));
}

function claimOf(name: string, value: string): unknown {
  if (name === 'address') return { formatted: value };
  return name.endsWith('_verified') ? value === 'true' : value;
}
