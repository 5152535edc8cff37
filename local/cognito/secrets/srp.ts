import { constants, createHash, createHmac, createPublicKey, publicEncrypt } from 'node:crypto';

// The server side of SRP-6a as in Cognito (RFC 5054 with Cognito's own padding and hash).

/** The 3072-bit group of RFC 5054, appendix A (the prime of RFC 3526 §4). */
export const N = Buffer.from(
  'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B' +
    '302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6' +
    '49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D' +
    '670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718' +
    '3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7D' +
    'B3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
  'hex',
);

const g = fixedLength(Buffer.from([2]));

/** The multiplier of SRP-6a: H(padHex(N) ‖ padHex(g)). */
export const k = sha256(padHex(N), padHex(g));

/**
 * Minimal two's-complement big-endian bytes of a non-negative integer: no leading zero byte, except one if the top bit
 * is set. Every client of Cognito hashes numbers in this form, not left-padded to the group's length.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.srp.arithmetic
 */
export function padHex(integer: Uint8Array): Buffer {
  let start = 0;
  while (start < integer.length - 1 && integer[start] === 0) start++;
  const minimal = integer.subarray(start);
  return (minimal[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), minimal]) : Buffer.from(minimal);
}

/**
 * x = H(padHex(salt) ‖ H(poolName ‖ userId ‖ ":" ‖ password)). `poolName` is the part of the pool id after `_`, and
 * `userId` the immutable username (USER_ID_FOR_SRP), even if an alias was typed.
 */
export function privateKey(poolName: string, userId: string, password: string, salt: Uint8Array): Buffer {
  return sha256(padHex(salt), sha256(Buffer.from(`${poolName}${userId}:${password}`, 'utf8')));
}

/** v = g^x mod N. */
export function verifierOf(x: Uint8Array): Buffer {
  return modPow(g, x);
}

/**
 * base^exponent mod N in 384 bytes. OpenSSL's RSA public operation computes exactly this, six times as fast as BigInt.
 * It accepts any exponent below N, since the group has no more than 3072 bits.
 */
export function modPow(base: Uint8Array, exponent: Uint8Array): Buffer {
  const key = { kty: 'RSA', n: modulus, e: Buffer.from(exponent).toString('base64url') };
  return publicEncrypt({ key: createPublicKey({ key, format: 'jwk' }), padding: constants.RSA_NO_PADDING }, fixedLength(base));
}

/**
 * The client's public value A as on the wire: lowercase hex without padding. Undefined unless it is a number between 1
 * and N-1: A mod N = 0 would make the shared secret 0 whatever the password (RFC 5054 §2.5.4), and a longer number is
 * only wasted work.
 */
export function publicValue(hex: string): Buffer | undefined {
  if (!/^[0-9a-f]{1,768}$/i.test(hex)) return undefined;
  const value = Buffer.from(hex.padStart(768, '0'), 'hex');
  return value.some((byte) => byte !== 0) && value.compare(N) < 0 ? value : undefined;
}

/** The server's public value B = k·v + g^b mod N for its private value b. */
export function serverValue(verifier: Uint8Array, b: Uint8Array): Buffer {
  return bytesOf((numberOf(k) * numberOf(verifier) + numberOf(modPow(g, b))) % numberOf(N));
}

export interface Exchange {
  readonly verifier: Uint8Array;
  readonly A: Uint8Array;
  readonly B: Uint8Array;
  readonly b: Uint8Array;
}

/**
 * The key that both sides share if the password was right: 16 bytes of HKDF over S = (A·v^u)^b mod N. Undefined if u is
 * 0.
 */
export function sessionKey({ verifier, A, B, b }: Exchange): Buffer | undefined {
  const u = sha256(padHex(A), padHex(B));
  if (u.every((byte) => byte === 0)) return undefined;
  const S = modPow(bytesOf((numberOf(A) * numberOf(modPow(verifier, u))) % numberOf(N)), b);
  const prk = createHmac('sha256', padHex(u)).update(padHex(S)).digest();
  return createHmac('sha256', prk).update('Caldera Derived Key\x01').digest().subarray(0, 16);
}

/**
 * The signature with which a client proves its key. `group` is the pool's name or a device's group key; `id` is the
 * username or the device key.
 */
export function claimSignature(key: Uint8Array, group: string, id: string, secretBlock: Uint8Array, timestamp: string): Buffer {
  return createHmac('sha256', key).update(`${group}${id}`).update(secretBlock).update(timestamp).digest();
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** 384 bytes. */
function bytesOf(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(768, '0'), 'hex');
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const modulus = N.toString('base64url');

function fixedLength(integer: Uint8Array): Buffer {
  return Buffer.concat([Buffer.alloc(384 - integer.length), integer]);
}
