import { sign as signBytes } from 'node:crypto';
// Only these modules, since the whole package would take 10 MB more memory.
import { JOSEError, JWKSNoMatchingKey, JWSSignatureVerificationFailed } from 'jose/errors';
import { compactVerify } from 'jose/jws/compact/verify';
import { decodeJwt } from 'jose/jwt/decode';
import type { PoolKeys, SigningKey } from '../store/signing-keys.ts';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * An RS256 JWT whose header has only `kid` and `alg`, like Cognito's. It is signed on the thread pool, so that both
 * tokens of a sign-in are signed in parallel and the main thread stays free.
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

/** Checks format, algorithm, key and signature. The caller must check the claims. */
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

/** The unverified claims, only to find out whose keys to verify with. */
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
 * A decoder ignores the spare bits in the last base64url character, and may skip other characters. Only the spelling of
 * the signature that was issued is accepted.
 */
function isCanonical(jwt: string): boolean {
  const [, , signature = ''] = jwt.split('.');
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
