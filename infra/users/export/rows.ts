import type { GroupType, UserType } from '@aws-sdk/client-cognito-identity-provider';
import { lineOf, writtenDate } from '../csv.ts';
import type { Pool } from '../pool.ts';

/** The attributes of a user by name. */
function attributesOf({ Attributes = [] }: UserType): ReadonlyMap<string, string> {
  return new Map(Attributes.map(({ Name = '', Value = '' }) => [Name, Value]));
}

export function subOf(user: UserType): string {
  return attributesOf(user).get('sub') ?? '';
}

/** What an import takes as the user name: in a pool whose users sign in with an address, that address. */
function usernameOf({ addressNames }: Pool, user: UserType): string {
  const attributes = attributesOf(user);
  const address = addressNames.map((name) => attributes.get(name)).find(Boolean);
  return address ?? user.Username ?? '';
}

/**
 * The row of a user for an import.
 * @param factors the user's second factors; undefined if they were not asked for.
 */
export function rowOf(pool: Pool, user: UserType, factors: readonly string[] | undefined): string {
  const attributes = attributesOf(user);
  return lineOf(
    pool.header.map((column) => {
      if (column === 'cognito:username') return usernameOf(pool, user);
      if (column === 'cognito:mfa_enabled') return String(usesSms(pool, user, factors));
      const value = attributes.get(column) ?? '';
      return column === 'birthdate' ? writtenDate(value) : value;
    }),
  );
}

/** An import can give no other factor than text messages. */
function usesSms({ mfa }: Pool, { MFAOptions = [] }: UserType, factors: readonly string[] | undefined): boolean {
  if (mfa !== 'OPTIONAL') return mfa === 'ON';
  return factors?.includes('SMS_MFA') ?? MFAOptions.length > 0;
}

/** Whether a value has a line break, which the format has no place for. */
export function losesLineBreaks(user: UserType): boolean {
  return (user.Attributes ?? []).some(({ Value = '' }) => /[\r\n]/.test(Value));
}

/** What the row has no place for. */
export function userLine(pool: Pool, user: UserType, factors: readonly string[] | undefined): string {
  return jsonLine({
    user: {
      username: usernameOf(pool, user),
      sub: subOf(user),
      status: user.UserStatus,
      enabled: user.Enabled,
      created: user.UserCreateDate,
      modified: user.UserLastModifiedDate,
      ...(factors !== undefined && { factors }),
    },
  });
}

export function groupLine({ GroupName, Description, Precedence, RoleArn }: GroupType): string {
  return jsonLine({ group: { name: GroupName, description: Description, precedence: Precedence, roleArn: RoleArn } });
}

export function memberLine(pool: Pool, group: string, user: UserType): string {
  return jsonLine({ member: { group, username: usernameOf(pool, user), sub: subOf(user) } });
}

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
