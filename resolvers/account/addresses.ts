import { invalidInput } from '../errors/auth-error.ts';
import { signedIn } from '../sign-in/access-token.ts';
import { type FreshContext, freshlySignedIn } from './fresh-sign-in.ts';

/** The attributes that a code can be sent to, which therefore can be used to recover the account. */
const addresses: ReadonlySet<string> = new Set(['email', 'phone_number']);

/** The caller who changes these attributes. Changing an address requires a recent sign-in. */
export function callerFor(context: FreshContext, names: Iterable<string>): ReturnType<typeof signedIn> {
  for (const name of names) if (addresses.has(name)) return freshlySignedIn(context);
  return signedIn(context.request);
}

/** @throws AuthError `INVALID_INPUT` for an attribute that no code can be sent to. */
export function verifiable(name: string): string {
  if (!addresses.has(name)) throw invalidInput('name', 'Only `email` and `phone_number` can be verified.');
  return name;
}
