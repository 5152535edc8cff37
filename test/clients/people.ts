import { ConfirmSignUpDocument, SignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../support/send.ts';
import { newPassword, newPerson, type Person } from '../support/stories.ts';
import type { System } from '../support/system.ts';

export interface ConfirmedPerson extends Person {
  readonly password: string;
}

/** A user who signed up through the API and entered the code. */
export async function confirmedPerson(system: System): Promise<ConfirmedPerson> {
  const { username, email } = newPerson();
  const password = newPassword();
  succeeded(await system.send(SignUpDocument, { input: { username, email, password } }));
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, password, code: await codeTo(system, email) } }));
  return { username, email, password };
}

/** The code of the newest message, as its reader would enter it. */
export async function codeTo(system: System, address: string): Promise<string> {
  const { code } = await system.message(address);
  if (code === null) throw new Error(`The message to ${address} brings no code.`);
  return code;
}
