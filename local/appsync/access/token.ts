// Only these modules, since the whole package would take 10 MB more memory.
import type { JSONWebKeySet, JWTPayload } from 'jose';
import { JWKSNoMatchingKey, JWTInvalid } from 'jose/errors';
import { createLocalJWKSet } from 'jose/jwks/local';
import { jwtVerify } from 'jose/jwt/verify';
import type { World } from '../../world/world.ts';
import type { UserPoolMode } from '../model/auth-mode.ts';
import type { TokenIssuer } from '../model/graphql-api-model.ts';

/** A genuine token that is not for this API: from another client, or neither an access nor an ID token. */
export class UnacceptableToken extends Error {
  override readonly name = 'UnacceptableToken';
}

export type VerifyToken = (token: string) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Verifies a token of one user pool: signature (only RS256, so not `none` or HMAC), issuer, expiry, use and client.
 * Throws jose's errors, or `UnacceptableToken`. There is no clock tolerance, since pool and API share one clock.
 */
export function createTokenVerifier(pool: TokenIssuer, mode: UserPoolMode, world: World): VerifyToken {
  const clients = mode.appIdClientRegex === null ? null : new RegExp(`^(?:${mode.appIdClientRegex})$`);
  let keys = createLocalJWKSet(keySet(pool));

  async function verified(token: string): Promise<JWTPayload> {
    if (!isCanonical(token)) throw new JWTInvalid('The token is not spelled as it was signed.');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: pool.issuer,
      requiredClaims: ['exp', 'iss', 'sub', 'token_use'],
      currentDate: new Date(world.now()),
    });
    return payload;
  }

  return async (token) => {
    let claims: JWTPayload;
    try {
      claims = await verified(token);
    } catch (error) {
      if (!(error instanceof JWKSNoMatchingKey)) throw error;
      // The pool may have new keys by now.
      keys = createLocalJWKSet(keySet(pool));
      claims = await verified(token);
    }
    const client = clientOf(claims);
    if (client === undefined || (clients !== null && !clients.test(client)))
      throw new UnacceptableToken('The token is of another client.');
    return claims;
  };
}

/**
 * A decoder ignores the spare bits in the last base64url character, and may skip other characters. Only the spelling
 * that was issued is accepted.
 */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

function keySet(pool: TokenIssuer): JSONWebKeySet {
  return { keys: pool.jwks().keys.map(({ kty, ...rest }) => ({ ...rest, kty: String(kty) })) };
}

function clientOf(claims: JWTPayload): string | undefined {
  const client = { access: claims['client_id'], id: claims['aud'] }[String(claims['token_use'])];
  return typeof client === 'string' ? client : undefined;
}
