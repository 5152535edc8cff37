import { checkSecretHash } from '../../secrets/secret-hash.ts';
import type { Services } from '../../services.ts';
import { hidesUsers } from '../../settings/client.ts';
import type { UserPoolClient } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { askPreAuthentication } from '../../triggers/sign-in.ts';
import { migrateForSignIn } from '../../triggers/user-migration.ts';
import { current, userNamed } from '../../users/accounts.ts';
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
 * Whoever signs in, if they may: an unknown user whom the client hides is an imaginary one, who fails as with a wrong
 * password. One whom UserMigration knows by their plain password is no longer unknown. What the request has for
 * triggers is for these two, as validation data. A disabled user is let through: only somebody who proves to be that
 * user is told (gates/gates.ts).
 */
export async function admit(services: Services, request: FlowRequest, password?: string): Promise<Situation> {
  const { pool, client, parameters, clientMetadata: validationData } = request;
  const name = requiredAnswer(parameters, 'USERNAME');
  const known =
    userNamed(services, pool, name) ??
    (password === undefined ? undefined : await migrateForSignIn(services, pool, client, name, password, validationData));
  const found = known ?? hidden(request, name);
  await askPreAuthentication(services, { pool, client, user: found }, validationData);
  const user = known ? current(services, known) : found;
  return { pool, client, user, device: claimedDevice(parameters) };
}

function hidden({ pool, client }: FlowRequest, name: string): User {
  if (!hidesUsers(client.settings)) throw userNotFound();
  return imaginaryUser(pool, name);
}
