import { newVerifier } from '../secrets/passwords.ts';
import type { Services } from '../services.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { insertUser, userNamed } from '../users/accounts.ts';
import { checkSchema, refuseLoneFlags } from '../users/attributes.ts';
import { newUser, usernameFor } from '../users/new-user.ts';
import { notImplemented } from '../wire/errors.ts';
import { type Caller, fire } from './fire.ts';
import type { Response, Strings } from './table.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html

/**
 * Calls UserMigration for an unknown user; undefined if there is no such trigger, or if it does not know the user
 * either.
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.migration-refuses
 */
export async function migrateForSignIn(
  services: Services,
  pool: UserPool,
  client: UserPoolClient,
  name: string,
  password: string,
  validationData: Strings | undefined,
): Promise<User | undefined> {
  const answer = await fire(services, pool, 'UserMigration', {
    occasion: 'Authentication',
    userName: name,
    caller: { clientId: client.id },
    request: { password, validationData: validationData ?? null },
  });
  return answer && settle(services, pool, name, answer, password);
}

/** Like `migrateForSignIn`, for a user who has forgotten their password. */
export async function migrateForReset(
  services: Services,
  pool: UserPool,
  name: string,
  caller: Caller,
): Promise<User | undefined> {
  const answer = await fire(services, pool, 'UserMigration', {
    occasion: 'ForgotPassword',
    userName: name,
    caller,
    request: { validationData: null },
  });
  return answer && settle(services, pool, name, answer, null);
}

function settle(
  services: Services,
  pool: UserPool,
  name: string,
  answer: Response<'UserMigration'>,
  password: string | null,
): User | undefined {
  if (!answer.userAttributes || Object.keys(answer.userAttributes).length === 0) return undefined;
  if (answer.messageAction !== 'SUPPRESS')
    throw notImplemented('UserMigration with a welcome message (messageAction other than SUPPRESS)');
  if (answer.enableSMSMFA) throw notImplemented('UserMigration with enableSMSMFA');
  // Another sign-in may have migrated the user in the meantime.
  const arrived = userNamed(services, pool, name);
  if (arrived) return arrived;
  const { username = name, ...given } = answer.userAttributes;
  const named = usernameFor(pool, username, services.world);
  const attributes = { ...given, ...named.attributes };
  checkSchema(pool.settings, attributes, true);
  refuseLoneFlags(attributes);
  const user = {
    ...named,
    attributes,
    status: answer.finalUserStatus ?? 'RESET_REQUIRED',
    password: password === null ? null : newVerifier(services.world, pool, named.username, password),
    passwordExpiresAt: null,
  } as const;
  return insertUser(services, pool, newUser(pool, user, services.world), { force: answer.forceAliasCreation });
}
