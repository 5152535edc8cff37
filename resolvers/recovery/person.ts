import type { Cognito } from '../aws/cognito.ts';
import { isObject } from '../input/reader.ts';
import { type Person, toPerson } from '../notices/person.ts';

/** The person to notify about a recovered account: the user that the call names. */
export async function readPerson(
  { cognito, userPoolId: UserPoolId }: { readonly cognito: Cognito; readonly userPoolId: string },
  args: unknown,
): Promise<Person> {
  const input = isObject(args) ? args['input'] : undefined;
  const Username = isObject(input) ? input['username'] : undefined;
  if (typeof Username !== 'string') throw new Error('The call names nobody.');
  return toPerson(await cognito.send('AdminGetUser', { UserPoolId, Username }));
}
