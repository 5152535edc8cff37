import { GetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type Person, toPerson } from '../notices/person.ts';
import type { AccountContext } from '../operations/contexts.ts';
import { signedIn } from '../sign-in/access-token.ts';

/** Whom to tell what the caller has done. */
export async function readPerson({ cognito, request }: Pick<AccountContext, 'cognito' | 'request'>): Promise<Person> {
  return toPerson(await cognito.send(new GetUserCommand({ AccessToken: signedIn(request).accessToken })));
}
