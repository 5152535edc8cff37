import { randomBytes } from 'node:crypto';

/** The names that a user signs in with. */
export interface Person {
  readonly username: string;
  readonly email: string;
}

/** Somebody who has no account yet. */
export function newPerson(): Person {
  const username = `user-${randomBytes(6).toString('hex')}`;
  return { username, email: `${username}@example.com` };
}

/** Meets every password policy. */
export function newPassword(): string {
  return `Aa1!${randomBytes(9).toString('base64url')}`;
}
