import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { mayRefresh } from '../devices/bind.ts';
import type { Services } from '../services.ts';
import { rotates } from '../settings/client.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { Caller } from '../triggers/fire.ts';
import { tokenChanges } from '../triggers/token-generation.ts';
import { poolOf } from '../users/accounts.ts';
import { CognitoError, notAuthorized } from '../wire/errors.ts';
import { isRevoked, refreshTokenHash } from './revocation.ts';
import { scopesOf } from './scopes.ts';
import { issueTokens, newRefreshToken } from './tokens.ts';

const invalid = () => notAuthorized('Invalid Refresh Token');

/**
 * New tokens for a refresh token of this client. With rotation there is also a new refresh token, which expires when
 * the first one would have. The old one works for RetryGracePeriodSeconds more, and then gives
 * RefreshTokenReuseException. The other refresh tokens of the sign-in stay valid after such a reuse.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.rotation
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.reuse
 */
export async function renewTokens(
  services: Services,
  client: UserPoolClient,
  refreshToken: string,
  caller: Caller,
  deviceKey: string | undefined,
): Promise<AuthenticationResultType> {
  const { signIns, tokenSessions, users, world, transaction } = services;
  const hash = refreshTokenHash(refreshToken);
  const pool = poolOf(services, client.poolId);
  const check = () => {
    const now = world.now();
    const found = signIns.refreshToken(hash);
    if (!found || found.signIn.clientId !== client.id) throw invalid();
    const { signIn, replacedAt } = found;
    const user = users.byId(signIn.userId);
    if (!user) throw invalid();
    if (isRevoked(signIn, user) || !user.enabled) throw notAuthorized('Refresh Token has been revoked');
    if (signIn.expiresAt <= now) throw notAuthorized('Refresh Token has expired');
    if (!mayRefresh(services, pool.settings, signIn, deviceKey)) throw invalid();
    const graceMs = (client.settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0) * 1000;
    if (replacedAt !== null && now >= replacedAt + graceMs) {
      throw new CognitoError('RefreshTokenReuseException', 'Refresh token has been already used.');
    }
    return { signIn, user };
  };
  const { user: asked, signIn: found } = check();
  // @see docs/aws-behaviour/cognito-users.md#cognito.triggers.refresh
  const changes = await tokenChanges(services, pool, 'RefreshTokens', asked, caller, scopesOf(found));
  const { signIn, user, rotated } = transaction(() => {
    const checked = check();
    if (pool.sessionTracking.areTracked) tokenSessions.touch(checked.signIn.eventId, world.now());
    if (!rotates(client.settings)) return { ...checked, rotated: {} };
    signIns.replaceRefreshToken(hash, world.now());
    return { ...checked, rotated: { RefreshToken: newRefreshToken(services, client, checked.signIn) } };
  });
  return { ...(await issueTokens(services, client, user, signIn, changes)), ...rotated };
}
