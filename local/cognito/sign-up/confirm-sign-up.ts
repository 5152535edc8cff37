import { checkCode } from '../messages/one-time-codes.ts';
import { countAttempt } from '../secrets/attempts.ts';
import type { Services } from '../services.ts';
import { hidesUsers } from '../settings/client.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import { tellConfirmed } from '../triggers/sign-up.ts';
import type { Strings } from '../triggers/table.ts';
import { updateUser, userNamed } from '../users/accounts.ts';
import { subjectOf } from '../users/sign-in-names.ts';
import { codeExpired, codeMismatch, notAuthorized, userDisabled, userNotFoundForClient } from '../wire/errors.ts';
import { completeSignUp, findSignUp } from './sign-up-session.ts';

export interface Confirmation {
  readonly username: string;
  readonly code: string;
  /** Takes the address from another user who has verified it. */
  readonly force?: boolean | undefined;
  /** The session of SignUp, for a sign-in without a password. */
  readonly session?: string | undefined;
  readonly clientMetadata?: Strings | undefined;
}

/** Confirms a new user with the code that was typed or is in a link. Throws what ConfirmSignUp throws. */
export async function confirmSignUp(
  services: Services,
  client: UserPoolClient,
  pool: UserPool,
  { username, code, force, session, clientMetadata }: Confirmation,
): Promise<{ readonly Session?: string }> {
  const user = userNamed(services, pool, username);
  if (!user && !hidesUsers(client.settings)) throw userNotFoundForClient();
  const subject = subjectOf(pool, user, username);
  countAttempt(services, pool.id, subject, 'ConfirmSignUp');
  // A user who waits for their code also gets this answer if they mistype their name.
  // @see docs/aws-behaviour/cognito-users.md#cognito.existence.confirm-sign-up
  if (!user) throw codeMismatch();
  if (!user.enabled) throw userDisabled();
  if (user.status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  const pending = session === undefined ? undefined : findSignUp(services, client, user, session);
  const { attribute, address } = checkCode(services, pool, subject, 'ConfirmSignUp', code);
  const { confirmed, next } = services.transaction(() => {
    if (!services.codes.remove(pool.id, subject, 'ConfirmSignUp')) throw codeExpired();
    // The code proves the address that it was sent to, which an administrator may have changed or removed since.
    const proven = user.attributes[attribute] === address && { [`${attribute}_verified`]: 'true' };
    const attributes = { ...user.attributes, ...proven };
    const confirmed = updateUser(services, pool, user, { status: 'CONFIRMED', attributes }, { force });
    const contact = attribute === 'email' ? 'email' : 'phone_number';
    const next = pending ? { Session: completeSignUp(services, client, confirmed, pending, contact) } : {};
    return { confirmed, next };
  });
  await tellConfirmed(services, pool, 'ConfirmSignUp', confirmed, { clientId: client.id, clientMetadata });
  return next;
}
