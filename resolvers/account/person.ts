import type { Cognito } from '../aws/cognito.ts';
import type { Request } from '../call/request.ts';
import { type Person, toPerson } from '../notices/person.ts';
import { signedIn } from '../sign-in/access-token.ts';

interface CallerContext {
  readonly cognito: Cognito;
  readonly request: Request;
}

/** The person to notify about what the caller has done. */
export async function readPerson({ cognito, request }: CallerContext): Promise<Person> {
  return toPerson(await cognito.send('GetUser', { AccessToken: signedIn(request).accessToken }));
}
