import { checkSecretHash } from '../../secrets/secret-hash.ts';
import type { Services } from '../../services.ts';
import { hidesUsers } from '../../settings/client.ts';
import type { UserPoolClient } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { askPreAuthentication } from '../../triggers/sign-in.ts';
import { migrateForSignIn } from '../../triggers/user-migration.ts';
import { current, userNamed } from '../../users/accounts.ts';
import { isExternal, refuseExternal } from '../../users/external-user.ts';
import { imaginaryUser } from '../../users/imaginary-user.ts';
import { userNotFound } from '../../wire/errors.ts';
import { claimedDevice, requiredAnswer } from '../steps/answers.ts';
import type { Answers, Situation } from '../steps/step.ts';
import type { FlowRequest } from './flow.ts';

/** The secret hash of a flow that begins with a name. */
export function checkTypedName(_services: Services, client: UserPoolClient, parameters: Answers): void {
  checkSecretHash(client, requiredAnswer(parameters, 'USERNAME'), parameters['SECRET_HASH']);
}

/**
 * The user who signs in, if they may. If the client hides whether users exist, an unknown user is replaced by an
 * imaginary one, who fails as with a wrong password. UserMigration may create an unknown user who gives a password. The
 * request's metadata is passed to these two triggers as validation data. A user of an external provider has nothing to
 * prove here, and counts as unknown. A disabled user is admitted here, and only
 * refused after proving to be that user (gates/gates.ts).
 */
export async function admit(services: Services, request: FlowRequest, password?: string): Promise<Situation> {
  const { pool, client, parameters, clientMetadata: validationData } = request;
  const name = requiredAnswer(parameters, 'USERNAME');
  const named = userNamed(services, pool, name);
  if (named && !hidesUsers(client.settings)) refuseExternal(named, 'get auth details');
  const own =
    named ??
    (password === undefined ? undefined : await migrateForSignIn(services, pool, client, name, password, validationData));
  const known = own && !isExternal(own) ? own : undefined;
  const found = known ?? hidden(request, name);
  await askPreAuthentication(services, { pool, client, user: found }, validationData);
  const user = known ? current(services, known) : found;
  return { pool, client, user, device: claimedDevice(parameters) };
}

function hidden({ pool, client }: FlowRequest, name: string): User {
  if (!hidesUsers(client.settings)) throw userNotFound();
  return imaginaryUser(pool, name);
}
