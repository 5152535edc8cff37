import { invalidInput } from '../errors/auth-error.ts';
import type { SignInName } from '../generated/schema.ts';

/** The e-mail address and phone number of a new user. */
export interface Contacts {
  readonly email: string | undefined;
  readonly phoneNumber: string | undefined;
}

/**
 * If users have no user name but their address or number (Cognito's UsernameAttributes), `username` is that, and is
 * also set as the attribute, which Cognito's triggers and messages use. Otherwise returns `contacts` unchanged.
 * @throws AuthError `INVALID_INPUT` for a user name that is neither, and for a second, different address or number.
 */
export function contactsOf(username: string, contacts: Contacts, names: ReadonlySet<SignInName>): Contacts {
  if (names.has('USERNAME')) return contacts;
  if (names.has('EMAIL') && looksLikeAddress(username)) {
    return { ...contacts, email: same('email', contacts.email, username) };
  }
  if (names.has('PHONE_NUMBER') && looksLikeNumber(username)) {
    return { ...contacts, phoneNumber: same('phoneNumber', contacts.phoneNumber, username) };
  }
  throw invalidInput('username', `\`username\` must be ${kinds(names)}.`);
}

function same(input: 'email' | 'phoneNumber', given: string | undefined, username: string): string {
  if (given !== undefined && given !== username) {
    throw invalidInput(input, `\`${input}\` must be the same as \`username\`, or be left out.`);
  }
  return username;
}

function looksLikeAddress(name: string): boolean {
  return /^[^@]+@[^@]+$/.test(name);
}

function looksLikeNumber(name: string): boolean {
  return /^\+\d{1,15}$/.test(name);
}

function kinds(names: ReadonlySet<SignInName>): string {
  const kind = [
    ...(names.has('EMAIL') ? ['an e-mail address'] : []),
    ...(names.has('PHONE_NUMBER') ? ['a phone number such as +15555550100'] : []),
  ];
  return kind.join(' or ');
}
