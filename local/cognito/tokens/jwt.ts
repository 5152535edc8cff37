import { sign as signBytes, verify as verifyBytes } from 'node:crypto';
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
export function verifyJwt(keys: PoolKeys, jwt: string): Verified {
  const [head, body, signature, ...rest] = jwt.split('.');
  const header = decode(head);
  const claims = decode(body);
  if (!header || !claims || signature === undefined || rest.length > 0 || header['alg'] !== 'RS256') return 'malformed';
  const use = (['access', 'id'] as const).find((name) => keys[name].kid === header['kid']);
  const bytes = Buffer.from(signature, 'base64url');
  // The last character of a base64url text has bits to spare: only the one canonical spelling of a signature counts.
  if (!use || bytes.toString('base64url') !== signature) return 'forged';
  const sound = verifyBytes('RSA-SHA256', Buffer.from(`${head}.${body}`), keys[use].publicKey, bytes);
  return sound ? { claims, key: use } : 'forged';
}

/** The claims as they stand, unverified: only to learn whose keys to verify with. */
export function readClaims(jwt: string): Claims | undefined {
  return decode(jwt.split('.')[1]);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string | undefined): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    // An object of JSON.parse has string names only.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
