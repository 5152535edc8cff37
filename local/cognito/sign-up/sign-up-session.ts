import type { Contact } from '../messages/messages.ts';
import { findSession, type OpenSession, openSession, usedSession } from '../secrets/challenge-sessions.ts';
import type { Services } from '../services.ts';
import { allows } from '../settings/client.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { invalidSession } from '../wire/errors.ts';

// Users who have just signed up and confirmed it need not sign in as well: SignUp returns a session, ConfirmSignUp
// takes it and returns another, and USER_AUTH accepts that one. No challenge has these names, so RespondToAuthChallenge
// refuses them.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
// @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.sign-up

type SignUpStep = { readonly at: 'SIGN_UP' } | { readonly at: 'SIGNED_UP'; readonly contact: Contact };

/** The session that SignUp returns, for a client that may use it. */
export function beginSignUp(services: Services, client: UserPoolClient, user: User): { Session?: string } {
  return allows(client.settings, 'ALLOW_USER_AUTH') ? { Session: open(services, client, user, { at: 'SIGN_UP' }) } : {};
}

/** Whether it is the session of this user's sign-up. Throws NotAuthorizedException if it is not. */
export function findSignUp(services: Services, client: UserPoolClient, user: User, session: string): OpenSession {
  const pending = findSession(services, client, session);
  if (stepOf(pending).at !== 'SIGN_UP' || pending.userId !== user.id) throw invalidSession();
  return pending;
}

/**
 * The session for an immediate sign-in; `contact` is where the code was sent. Call it in the transaction that confirms.
 */
export function completeSignUp(
  services: Services,
  client: UserPoolClient,
  user: User,
  pending: OpenSession,
  contact: Contact,
): string {
  if (!pending.consume()) throw usedSession();
  return open(services, client, user, { at: 'SIGNED_UP', contact });
}

/** What a session of ConfirmSignUp contains: its user, and what they have proven. */
export function findSignedUp(services: Services, client: UserPoolClient, session: string) {
  const pending = findSession(services, client, session);
  const step = stepOf(pending);
  const user = services.users.byId(pending.userId);
  // UNCONFIRMED: a password that was set since does not end the session, since it states that the code was answered.
  if (step.at !== 'SIGNED_UP' || !user) throw invalidSession();
  return { pending, user, amr: [step.contact === 'email' ? 'email_otp' : 'sms'] };
}

function open(services: Services, client: UserPoolClient, user: User, step: SignUpStep): string {
  return openSession(services, client, user, step);
}

/** A step of this file or of a sign-in; both have `at`. */
function stepOf({ step }: OpenSession): SignUpStep {
  return step as SignUpStep;
}
