import { randomBytes } from 'node:crypto';
import { step, succeeded } from '../caller.ts';
import type { Instance } from './instance.ts';

export interface Person {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** Somebody who has never been here. */
export function newPerson(): Person {
  const username = `u${randomBytes(6).toString('hex')}`;
  return { username, email: `${username}@example.com`, password: newPassword() };
}

/** Fits the policy of `instance.ts`. */
export function newPassword(): string {
  return `Aa1!${randomBytes(9).toString('base64url')}`;
}

/** Signed up, with the code of the mail answered. */
export async function confirmed(instance: Instance, person = newPerson()): Promise<Person> {
  succeeded(await instance.call('signUp', { input: person }));
  const code = instance.message(person.email).code ?? '';
  succeeded(await instance.call('confirmSignUp', { input: { username: person.username, password: person.password, code } }));
  return person;
}

export async function signedIn(instance: Instance, { username, password }: Person) {
  return step(succeeded(await instance.call('login', { input: { username, password } })), 'Tokens');
}

/** Signed up with a temporary password and at the challenge that follows. */
export async function challenged(instance: Instance) {
  const { password: temporaryPassword, ...person } = newPerson();
  succeeded(await instance.call('signUp', { input: { ...person, temporaryPassword } }));
  const login = succeeded(await instance.call('login', { input: { username: person.username, password: temporaryPassword } }));
  const { name, username, session } = step(login, 'NewPasswordRequiredChallenge');
  return { ...person, temporaryPassword, answer: { name, username, session } };
}
