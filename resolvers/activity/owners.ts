import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { ownerOfName } from '../account-table/account-table.ts';

/** A user as Cognito tells of them. */
export interface KnownUser {
  readonly Username?: string | undefined;
  readonly UserAttributes?: readonly AttributeType[] | undefined;
}

/**
 * All that stand for a user in the table: their `sub`, and each name by which somebody may have tried to sign in as
 * them. An address counts once it is proved: until then it may be somebody else's.
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
