import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { User } from '../store/users/user-store.ts';
import { CognitoError } from '../wire/errors.ts';

/** Whether it was revoked itself, or by a later global sign-out. */
export function isRevoked(signIn: SignIn, user: User): boolean {
  return signIn.revoked || signIn.generation < user.generation;
}

/**
 * Ends the sign-in that a refresh token belongs to, including its access tokens. Revoking a token again succeeds, and
 * so does revoking an unknown one (RFC 7009 §2.2). Throws UnsupportedOperationException, UnsupportedTokenTypeException
 * or UnauthorizedException.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.revoke-twice
 */
export function revokeRefreshToken({ signIns }: Pick<Services, 'signIns'>, client: UserPoolClient, token: string): void {
  if (!client.settings.EnableTokenRevocation) {
    throw new CognitoError('UnsupportedOperationException', 'Token revocation is not enabled for this client');
  }
  if (token.split('.').length === 3) throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  const found = signIns.refreshToken(refreshTokenHash(token));
  if (found && found.signIn.clientId !== client.id) throw new CognitoError('UnauthorizedException', 'Invalid client id');
  if (found) signIns.revoke(found.signIn.eventId);
}

/** Only this is stored of a refresh token. */
export function refreshTokenHash(refreshToken: string): Buffer {
  return createHash('sha256').update(refreshToken).digest();
}
