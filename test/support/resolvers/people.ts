import { step, succeeded } from '../caller.ts';
import { type Person as Names, newPerson as newNames, newPassword } from '../person.ts';
import type { Instance } from './instance.ts';

export { newPassword };

/** Somebody who has chosen a password. */
export interface Person extends Names {
  readonly password: string;
}

export const newPerson = (): Person => ({ ...newNames(), password: newPassword() });

/** Signed up and confirmed with the code from the mail. */
export async function confirmed(instance: Instance, person = newPerson()): Promise<Person> {
  succeeded(await instance.call('signUp', { input: person }));
  const code = instance.message(person.email).code ?? '';
  succeeded(await instance.call('confirmSignUp', { input: { username: person.username, password: person.password, code } }));
  return person;
}

export async function signedIn(instance: Instance, { username, password }: Person) {
  return step(succeeded(await instance.call('login', { input: { username, password } })), 'Tokens');
}

/** Signed up with a temporary password; the sign-in is at the challenge that follows. */
export async function challenged(instance: Instance) {
  const { password: temporaryPassword, ...person } = newPerson();
  succeeded(await instance.call('signUp', { input: { ...person, temporaryPassword } }));
  const login = succeeded(await instance.call('login', { input: { username: person.username, password: temporaryPassword } }));
  const { name, username, session } = step(login, 'NewPasswordRequiredChallenge');
  return { ...person, temporaryPassword, answer: { name, username, session } };
}
