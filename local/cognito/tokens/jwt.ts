import { sign as signBytes } from 'node:crypto';
// Only these parts: the whole package costs a process at rest 10 MB more.
import { JOSEError, JWKSNoMatchingKey, JWSSignatureVerificationFailed } from 'jose/errors';
import { compactVerify } from 'jose/jws/compact/verify';
import { decodeJwt } from 'jose/jwt/decode';
import type { PoolKeys, SigningKey } from '../store/signing-keys.ts';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * An RS256 JWT whose header is only `kid` and `alg`, as Cognito's. Signed on the thread pool: both tokens of a sign-in
 * at once, and the main thread free.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.two-keys
 */
export function signJwt(key: SigningKey, claims: Claims): Promise<string> {
  const signed = `${encode({ kid: key.kid, alg: 'RS256' })}.${encode(claims)}`;
  return new Promise((resolve, reject) => {
    signBytes('RSA-SHA256', Buffer.from(signed), key.privateKey, (error, signature) => {
      if (error) reject(error);
      else resolve(`${signed}.${signature.toString('base64url')}`);
    });
  });
}

export type Verified = { readonly claims: Claims; readonly key: 'access' | 'id' } | 'malformed' | 'forged';

/** Checks form, algorithm, key and signature; what the claims say is the caller's to judge. */
export async function verifyJwt(keys: PoolKeys, jwt: string): Promise<Verified> {
  if (!isCanonical(jwt)) return 'forged';
  try {
    const claims = decodeJwt(jwt);
    const { protectedHeader } = await compactVerify(jwt, ({ kid }) => keys[useOf(keys, kid)].publicKey, {
      algorithms: ['RS256'],
    });
    return { claims, key: useOf(keys, protectedHeader.kid) };
  } catch (error) {
    if (error instanceof JWSSignatureVerificationFailed || error instanceof JWKSNoMatchingKey) return 'forged';
    if (error instanceof JOSEError) return 'malformed';
    throw error;
  }
}

/** The claims as they stand, unverified: only to learn whose keys to verify with. */
export function readClaims(jwt: string): Claims | undefined {
  try {
    return decodeJwt(jwt);
  } catch (error) {
    if (error instanceof JOSEError) return undefined;
    throw error;
  }
}

function useOf(keys: PoolKeys, kid: string | undefined): 'access' | 'id' {
  const use = (['access', 'id'] as const).find((name) => keys[name].kid === kid);
  if (!use) throw new JWKSNoMatchingKey();
  return use;
}

/**
 * The last character of a base64url text has bits to spare, and a decoder may skip signs: only the one spelling of a
 * signature that was issued counts.
 */
function isCanonical(jwt: string): boolean {
  const [, , signature = ''] = jwt.split('.');
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
