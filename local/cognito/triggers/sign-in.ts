import type { Services } from '../services.ts';
import { hidesUsers } from '../settings/client.ts';
import type { UserPool, UserPoolClient } from '../store/pools.ts';
import type { User } from '../store/users.ts';
import { attributesOf, type Caller, fire } from './fire.ts';
import type { Strings } from './table.ts';

/** What triggers are told of somebody who signs in: an unknown user has his typed name, no attributes, and where the client hides it a flag. */
export function personOf(client: UserPoolClient, user: User | undefined, typedName: string) {
  return {
    userName: user?.username ?? typedName,
    userAttributes: user ? attributesOf(user) : {},
    ...(hidesUsers(client.settings) && { userNotFound: user === undefined }),
  };
}

/** Asks PreAuthentication, before any proof is looked at. Throws what the trigger does. */
export async function askPreAuthentication(
  services: Services,
  pool: UserPool,
  client: UserPoolClient,
  user: User | undefined,
  typedName: string,
  validationData: Strings | undefined,
): Promise<void> {
  const { userName, ...person } = personOf(client, user, typedName);
  await fire(services, pool, 'PreAuthentication', {
    occasion: 'Authentication',
    userName,
    caller: { clientId: client.id },
    request: { ...person, validationData: validationData ?? null },
  });
}

/** Tells PostAuthentication of a sign-in that is complete but for its tokens. */
export async function tellAuthenticated(
  services: Services,
  pool: UserPool,
  user: User,
  caller: Caller,
  newDeviceUsed: boolean,
): Promise<void> {
  await fire(services, pool, 'PostAuthentication', {
    occasion: 'Authentication',
    userName: user.username,
    caller,
    request: { userAttributes: attributesOf(user), newDeviceUsed },
  });
}
