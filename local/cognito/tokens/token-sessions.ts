import type { SessionDescriptionType } from '@aws-sdk/client-cognito-identity-provider';
import { lowercaseAlphanumerics, randomString } from '../../world/random.ts';
import { refuseUntracked } from '../pools/session-configuration.ts';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { TokenSession } from '../store/sign-ins/token-session-store.ts';
import type { User } from '../store/users/user-store.ts';
import { invalidParameter, resourceNotFound } from '../wire/errors.ts';
import { isRevoked } from './revocation.ts';

type Effects = Pick<Services, 'tokenSessions' | 'signIns' | 'world' | 'transaction'>;

/**
 * Stores a session for a new sign-in if the pool tracks sessions, and ends the least recently used ones beyond the
 * limit per user. The cost does not grow with the number of sign-ins, since each call removes what has ended since the
 * last one. https://docs.aws.amazon.com/cognito/latest/developerguide/managing-user-sessions.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tracking.eviction
 */
export function trackSession(services: Effects, pool: UserPool, user: User, signIn: SignIn, purgeAt: number): void {
  if (!pool.sessionTracking.areTracked) return;
  const { tokenSessions, world } = services;
  const sessions = tokenSessions.ofUser(user.id);
  for (const { id } of sessions.filter((session) => !isAlive(services, user, session))) tokenSessions.remove(id);
  const alive = sessions.filter((session) => isAlive(services, user, session));
  for (const session of alive.slice(pool.sessionTracking.maxPerUser - 1)) end(services, session);
  const id = `tkn${randomString(world, lowercaseAlphanumerics, 25)}`;
  tokenSessions.insert(id, signIn.eventId, user.id, world.now(), purgeAt);
}

/** The valid sessions of a user, most recently active first; never more than one page. */
export function describeSessions(services: Effects, pool: UserPool, user: User, current?: SignIn): SessionDescriptionType[] {
  return sessionsOf(services, pool, user).map(({ id, signIn, createdAt, activeAt }) => ({
    SessionId: id,
    SessionType: 'TOKEN',
    ClientId: signIn.clientId,
    CreateDate: new Date(createdAt),
    LastActiveDate: new Date(activeAt),
    // Cognito reads it from the request. If the request comes through another API, it describes that API.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.tracking.device
    DeviceType: 'unknown',
    IsCurrentSession: signIn.eventId === current?.eventId,
  }));
}

/**
 * Ends a session with its refresh and access tokens. Throws ResourceNotFoundException for a session that has ended or
 * belongs to another user, and InvalidParameterException for the caller's own.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tracking.revocation
 */
export function revokeSession(services: Effects, pool: UserPool, user: User, sessionId: string, current?: SignIn): void {
  const session = sessionsOf(services, pool, user).find(({ id }) => id === sessionId);
  if (!session) throw resourceNotFound('Session does not exist.');
  if (session.signIn.eventId === current?.eventId) throw invalidParameter('The current session cannot be revoked.');
  services.transaction(() => end(services, session));
}

function sessionsOf(services: Effects, pool: UserPool, user: User): TokenSession[] {
  refuseUntracked(pool);
  return services.tokenSessions.ofUser(user.id).filter((session) => isAlive(services, user, session));
}

function isAlive({ world }: Pick<Services, 'world'>, user: User, { signIn }: TokenSession): boolean {
  return !isRevoked(signIn, user) && signIn.expiresAt > world.now();
}

function end({ signIns, tokenSessions }: Effects, { id, signIn }: TokenSession): void {
  signIns.revoke(signIn.eventId);
  tokenSessions.remove(id);
}
