import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { invalidSession, notAuthorized } from '../wire/errors.ts';

/** A pending sign-in, restored from its session. */
export interface OpenSession {
  readonly userId: number;
  /** The name that was typed if no user has it. */
  readonly nobody: string | undefined;
  /** The user's credential number when the session began. Another password since then invalidates the session. */
  readonly credential: number;
  /** The step that `openSession` stored. */
  readonly step: unknown;
  /** False if it was already consumed: of two concurrent answers only one wins. */
  consume(): boolean;
}

/** A session that another one replaces, and that is then unknown. */
export interface ReplaceableSession extends OpenSession {
  /** False if it was already consumed or replaced. */
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
  // As long as Cognito's own sessions, so that a cookie or column that is too small for them is noticed here.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.size
  const session = `AYAB${world.randomBytes(1152).toString('base64url')}`;
  challengeSessions.insert(sessionHash(session), {
    poolId: client.poolId,
    clientId: client.id,
    userId: user.id,
    credential: user.credential,
    // Encrypted, since steps contain secrets: the server's half of an SRP exchange, the answer to a custom challenge.
    sealedStep: seal(JSON.stringify({ step, nobody: user.imaginedFrom })),
    used: false,
    expiresAt: world.now() + client.settings.AuthSessionValidity * 60_000,
  });
  return session;
}

/**
 * Finds a valid session of this client. Throws NotAuthorizedException if it is made up, used, expired or from another
 * client.
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

/** Like `findSession`, for operations that name no client; returns the session's client. */
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
