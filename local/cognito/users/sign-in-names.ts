import { createHash } from 'node:crypto';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';

/** A name that a user signs in with; `attribute` is null for the username itself. */
export interface SignInName {
  readonly name: string;
  readonly attribute: 'email' | 'phone_number' | 'preferred_username' | null;
}

/** The form in which names are compared. UsernameConfiguration applies to the username and its aliases. */
export function fold({ settings }: Pick<UserPool, 'settings'>, name: string): string {
  return settings.UsernameConfiguration.CaseSensitive ? name : name.toLowerCase();
}

/**
 * All names that a user may sign in with: the username; with AliasAttributes each verified alias (a preferred_username
 * needs no verification); with UsernameAttributes each such attribute, verified or not. A user of an external provider
 * has no alias: their provider's word must not take an address from anybody.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.no-alias
 */
export function signInNames(
  pool: UserPool,
  { username, attributes, status }: Pick<User, 'username' | 'attributes' | 'status'>,
): SignInName[] {
  const { AliasAttributes, UsernameAttributes } = pool.settings;
  const own: SignInName = { name: fold(pool, username), attribute: null };
  if (status === 'EXTERNAL_PROVIDER') return [own];
  const aliases = [
    ...UsernameAttributes,
    ...AliasAttributes.filter((name) => name === 'preferred_username' || attributes[`${name}_verified`] === 'true'),
  ];
  const names = [own];
  for (const attribute of aliases) {
    const value = attributes[attribute];
    if (value) names.push({ name: fold(pool, value), attribute });
  }
  return names;
}

/** A broad test, for what a username must not look like. */
export function looksLikeEmail(name: string): boolean {
  return /^[^\s@]+@[^\s@]+$/u.test(name);
}

/**
 * A strict test, for what is accepted as an address. Quoting and invisible characters are refused, since they would
 * make one address look like another.
 */
export function isEmail(address: string): boolean {
  return /^[^\s@<>"\p{C}]{1,64}@[^\s@<>"\p{C}.][^\s@<>"\p{C}]{0,254}$/u.test(address);
}

export function looksLikePhone(name: string): boolean {
  return /^\+[0-9]{1,15}$/u.test(name);
}

/**
 * The key that a user's attempts are counted under. An unknown user has one too, made from their name, which is not
 * stored in clear text.
 */
export function subjectOf(pool: UserPool, user: User | undefined, name: string): string {
  return user ? user.sub : `?${createHash('sha256').update(fold(pool, name)).digest('base64')}`;
}
