import type { Services } from '../services.ts';
import { hidesUsers } from '../settings/client.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { isImaginary } from '../users/imaginary-user.ts';
import { attributesOf, type Caller, fire } from './fire.ts';
import type { Strings } from './table.ts';

/** Who signs in, and through which client. */
export interface SigningIn {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly user: User;
  /** The metadata of the request for the triggers. */
  readonly clientMetadata?: Strings | undefined;
}

/**
 * What triggers are told about the person who signs in. For an imaginary user, that is the typed name, no attributes,
 * and that there is no such user.
 */
export function personOf({ client, user }: Pick<SigningIn, 'client' | 'user'>) {
  return {
    userName: user.imaginedFrom ?? user.username,
    userAttributes: isImaginary(user) ? {} : attributesOf(user),
    ...(hidesUsers(client.settings) && { userNotFound: isImaginary(user) }),
  };
}

/**
 * Calls PreAuthentication, before any proof is checked. Throws what the trigger throws.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.order.pre-authentication
 */
export async function askPreAuthentication(
  services: Services,
  situation: SigningIn,
  validationData: Strings | undefined,
): Promise<void> {
  const { pool, client } = situation;
  const { userName, ...person } = personOf(situation);
  await fire(services, pool, 'PreAuthentication', {
    occasion: 'Authentication',
    userName,
    caller: { clientId: client.id },
    request: { ...person, validationData: validationData ?? null },
  });
}

/** Calls PostAuthentication for a sign-in that is complete except for its tokens. */
export async function tellAuthenticated(
  services: Services,
  { pool, user }: SigningIn,
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
