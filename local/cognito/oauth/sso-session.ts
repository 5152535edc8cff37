import { createHash } from 'node:crypto';
import { cookieOf } from '../../http/cookies.ts';
import type { HttpRequest } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { SsoSession } from '../store/sign-ins/sso-session-store.ts';
import type { User } from '../store/users/user-store.ts';
import { signsInWith } from '../users/identities.ts';

type Effects = Pick<Services, 'ssoSessions' | 'users' | 'identityProviders' | 'world'>;

/** All pools share a host here, so the cookie of each has a name of its own. */
const cookieName = (poolId: string) => `cognito.${poolId}`;

/**
 * Begins a session of a browser, and returns its cookie; undefined for a client that allows none.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.sso
 */
export function beginSsoSession(
  { ssoSessions, world }: Effects,
  { poolId, ssoSessionMinutes }: UserPoolClient,
  user: User,
  { amr, provider }: Pick<SsoSession, 'amr' | 'provider'>,
): string | undefined {
  if (ssoSessionMinutes === 0) return undefined;
  const value = world.randomBytes(32).toString('base64url');
  const createdAt = world.now();
  const expiresAt = createdAt + ssoSessionMinutes * 60_000;
  ssoSessions.insert(hashOf(value), {
    poolId,
    userId: user.id,
    credential: user.credential,
    amr,
    provider,
    createdAt,
    expiresAt,
  });
  return cookie(poolId, value, ssoSessionMinutes * 60);
}

export interface SsoSignIn {
  readonly user: User;
  readonly session: SsoSession;
}

/**
 * The sign-in that this browser may use again for a client. A new password, a disabled user and an identity that was
 * unlinked end the session; a global sign-out does not, as in AWS.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.sso
 */
export function ssoSignIn(
  services: Effects,
  { poolId, ssoSessionMinutes }: UserPoolClient,
  http: HttpRequest,
): SsoSignIn | undefined {
  const { ssoSessions, users, world } = services;
  const value = cookieOf(http, cookieName(poolId));
  const session = value === undefined ? undefined : ssoSessions.find(hashOf(value));
  if (session?.poolId !== poolId) return undefined;
  const now = world.now();
  if (now >= Math.min(session.expiresAt, session.createdAt + ssoSessionMinutes * 60_000)) return undefined;
  const user = users.byId(session.userId);
  if (!user?.enabled || user.credential !== session.credential) return undefined;
  return signsInWith(services, user, session.provider) ? { user, session } : undefined;
}

/** Ends the session of this browser, and returns the cookie that removes its own. */
export function endSsoSession({ ssoSessions }: Pick<Services, 'ssoSessions'>, poolId: string, http: HttpRequest): string {
  const value = cookieOf(http, cookieName(poolId));
  if (value !== undefined) ssoSessions.remove(hashOf(value));
  return cookie(poolId, '', 0);
}

/** Lax: the cookie must come along when an application sends the user here. No page may read it. */
function cookie(poolId: string, value: string, maxAgeSeconds: number): string {
  return `${cookieName(poolId)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax`;
}

function hashOf(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
