import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { invalidSession, notAuthorized } from '../wire/errors.ts';

/** A pending sign-in as its session brings it back. */
export interface OpenSession {
  readonly userId: number;
  /** The name of somebody who does not exist. */
  readonly nobody: string | undefined;
  /** The user's when the session began; another password since then voids it. */
  readonly credential: number;
  /** What `openSession` was given. */
  readonly step: unknown;
  /** False when it was consumed already: of two answers at the same time one wins. */
  consume(): boolean;
}

/** A session that another one takes the place of, and that is unknown from then on. */
export interface ReplaceableSession extends OpenSession {
  /** False when it was consumed or replaced already. */
  forget(): boolean;
}

/**
 * Stores the step under a random name that only the client gets, for the client's AuthSessionValidity. Returns that
 * name.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.lifetime
 */
export function openSession(
  services: Services,
  client: UserPoolClient,
  user: Pick<User, 'id' | 'credential' | 'imaginedFrom'>,
  step: object,
): string {
  const { world, challengeSessions, seal } = services;
  // As long as Cognito's own, so that a client's cookie or column that is too small for them is found out here.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.size
  const session = `AYAB${world.randomBytes(1152).toString('base64url')}`;
  challengeSessions.insert(sessionHash(session), {
    poolId: client.poolId,
    clientId: client.id,
    userId: user.id,
    credential: user.credential,
    // Sealed, because steps hold secrets: the server's half of an SRP exchange, the answer to a custom challenge.
    sealedStep: seal(JSON.stringify({ step, nobody: user.imaginedFrom })),
    used: false,
    expiresAt: world.now() + client.settings.AuthSessionValidity * 60_000,
  });
  return session;
}

/**
 * Finds a live session of this client. Throws NotAuthorizedException for one that is made up, another client's, used or
 * expired.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.single-use
 */
export function findSession(services: Services, client: UserPoolClient, session: string): ReplaceableSession {
  const { challengeSessions, open, world } = services;
  const hash = sessionHash(session);
  const record = challengeSessions.byHash(hash);
  if (!record || record.clientId !== client.id || record.poolId !== client.poolId) throw invalidSession();
  if (record.used) throw usedSession();
  if (record.expiresAt <= world.now()) throw expiredSession();
  const { step, nobody } = JSON.parse(open(record.sealedStep));
  const { userId, credential } = record;
  return {
    userId,
    nobody,
    credential,
    step,
    consume: () => challengeSessions.consume(hash),
    forget: () => challengeSessions.remove(hash),
  };
}

/** As `findSession`, for the operations that name no client; gives the session's. */
export function findClientsSession(services: Services, session: string) {
  const record = services.challengeSessions.byHash(sessionHash(session));
  const client = record && services.pools.client(record.clientId);
  if (!client) throw invalidSession();
  return { client, pending: findSession(services, client, session) };
}

export const expiredSession = () => notAuthorized('Invalid session for the user, session is expired.');

export const usedSession = () => notAuthorized('Invalid session for the user, session can only be used once.');

function sessionHash(session: string): Buffer {
  return createHash('sha256').update(session).digest();
}
