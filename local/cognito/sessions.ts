import { createHash } from 'node:crypto';
import { invalidSession, notAuthorized } from './errors.ts';
import type { Services } from './services.ts';
import type { UserPoolClient } from './store/pools.ts';
import type { SessionRecord } from './store/sessions.ts';
import type { User } from './store/users.ts';

/** A pending sign-in as its session brings it back. `step` is what `openSession` was given. */
export interface OpenSession {
  readonly hash: Buffer;
  readonly record: SessionRecord;
  readonly step: unknown;
}

/** Stores the step under a random name that only the client gets, for the client's AuthSessionValidity. Returns that name. */
export function openSession(services: Services, client: UserPoolClient, user: User, step: object): string {
  const { world, sessions, seal } = services;
  // As long as Cognito's own, so that a client's cookie or column that is too small for them is found out here.
  const session = `AYAB${world.randomBytes(1152).toString('base64url')}`;
  sessions.insert(sessionHash(session), {
    poolId: client.poolId,
    clientId: client.id,
    userId: user.id,
    credential: user.credential,
    // Sealed, because steps hold secrets: the server's half of an SRP exchange, the answer to a custom challenge.
    sealedStep: seal(JSON.stringify(step)),
    used: false,
    expiresAt: world.now() + client.settings.AuthSessionValidity * 60_000,
  });
  return session;
}

/** Finds a live session of this client. Throws NotAuthorizedException for one that is made up, another client's, used or expired. */
export function findSession({ sessions, open, world }: Services, client: UserPoolClient, session: string): OpenSession {
  const hash = sessionHash(session);
  const record = sessions.byHash(hash);
  if (!record || record.clientId !== client.id || record.poolId !== client.poolId) throw invalidSession();
  if (record.used) throw usedSession();
  if (record.expiresAt <= world.now()) throw notAuthorized('Invalid session for the user, session is expired.');
  return { hash, record, step: JSON.parse(open(record.sealedStep)) };
}

export const usedSession = () => notAuthorized('Invalid session for the user, session can only be used once.');

function sessionHash(session: string): Buffer {
  return createHash('sha256').update(session).digest();
}
