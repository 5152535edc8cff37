import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { ownerOfName } from '../account-table/account-table.ts';

/** A user as Cognito returns them. */
export interface KnownUser {
  readonly Username?: string | undefined;
  readonly UserAttributes?: readonly AttributeType[] | undefined;
}

/**
 * All owners in the table that belong to a user: their `sub`, and each name that somebody may have used to sign in as
 * them. An address counts only once it is verified, since it may belong to somebody else until then.
 */
export function ownersOf({ Username, UserAttributes }: KnownUser, sub: string): readonly string[] {
  const values = valuesOf({ UserAttributes });
  const names = [
    Username,
    values.get('email_verified') === 'true' ? values.get('email') : undefined,
    values.get('phone_number_verified') === 'true' ? values.get('phone_number') : undefined,
  ];
  return [sub, ...new Set(names.flatMap((name) => (name ? ownerOfName(name) : [])))];
}

export function valuesOf({ UserAttributes = [] }: Pick<KnownUser, 'UserAttributes'>): ReadonlyMap<string, string> {
  return new Map(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]));
}
