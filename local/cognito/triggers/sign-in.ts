import type { Services } from '../services.ts';
import { hidesUsers } from '../settings/client.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { isImaginary } from '../users/imaginary-user.ts';
import { attributesOf, type Caller, fire } from './fire.ts';
import type { Strings } from './table.ts';

/** Who signs in, and by what. */
export interface SigningIn {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly user: User;
  /** What the request has for the triggers. */
  readonly clientMetadata?: Strings | undefined;
}

/**
 * What triggers are told of somebody who signs in. Of an imaginary user they hear the typed name, no attribute, and
 * that there is none.
 */
export function personOf({ client, user }: Pick<SigningIn, 'client' | 'user'>) {
  return {
    userName: user.imaginedFrom ?? user.username,
    userAttributes: isImaginary(user) ? {} : attributesOf(user),
    ...(hidesUsers(client.settings) && { userNotFound: isImaginary(user) }),
  };
}

/**
 * Asks PreAuthentication, before any proof is looked at. Throws what the trigger does.
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

/** Tells PostAuthentication of a sign-in that is complete but for its tokens. */
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
