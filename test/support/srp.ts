import { createHash, createHmac, randomBytes } from 'node:crypto';
import { N as prime } from '../../local/cognito/secrets/srp.ts';

// The client's side of SRP as in Cognito's clients, in BigInt. It shares only the prime with the code under test. The
// pool is also tested with another library in test/clients/cognito-srp-helper.test.ts, which takes half a second per
// sign-in, too long for every test.

/** Who proves a password: a user with the name of the pool, or a device with its group key. */
interface Prover {
  readonly group: string;
  readonly id: string;
  readonly password: string;
}

/** The contents of a challenge: SALT, SRP_B and SECRET_BLOCK. */
type Challenge = Readonly<Record<string, string>>;

export interface SrpExchange {
  /** SRP_A. */
  readonly largeA: string;
  /** The PASSWORD_CLAIM_SIGNATURE. */
  sign(prover: Prover, challenge: Challenge, timestamp: string): string;
}

const N = BigInt(`0x${prime.toString('hex')}`);
const g = 2n;
const k = integer(sha256(pad(N), pad(g)));

export function beginExchange(): SrpExchange {
  const a = integer(randomBytes(32));
  const A = power(g, a);
  return {
    largeA: A.toString(16),
    sign(prover, { SALT = '', SRP_B = '', SECRET_BLOCK = '' }, timestamp) {
      const B = BigInt(`0x${SRP_B}`);
      const u = integer(sha256(pad(A), pad(B)));
      const x = privateKey(prover, BigInt(`0x${SALT}`));
      const S = power((((B - k * power(g, x)) % N) + N) % N, a + u * x);
      const prk = createHmac('sha256', pad(u)).update(pad(S)).digest();
      const key = createHmac('sha256', prk).update('Caldera Derived Key\x01').digest().subarray(0, 16);
      const signed = createHmac('sha256', key).update(prover.group).update(prover.id);
      return signed.update(Buffer.from(SECRET_BLOCK, 'base64')).update(timestamp).digest('base64');
    },
  };
}

/** What a client registers instead of the password; both parts as bytes. */
export function newVerifier(prover: Prover): { readonly salt: Buffer; readonly verifier: Buffer } {
  const salt = integer(randomBytes(16));
  return { salt: pad(salt), verifier: pad(power(g, privateKey(prover, salt))) };
}

/** `Sun Mar 1 12:00:00 UTC 2026`. */
export function srpTimestamp(now: number): string {
  const [weekday, day, month, year, time] = new Date(now).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

/** A user's sign-in by SRP. */
export interface SrpSession {
  /** SRP_A. */
  readonly largeA: string;
  /** The proof that answers a PASSWORD_VERIFIER challenge, made at this time. */
  prove(challenge: Challenge, at: number): { readonly signature: string; readonly timestamp: string };
}

export function createSrpSession(username: string, password: string, userPoolId: string): SrpSession {
  const { largeA, sign } = beginExchange();
  const group = userPoolId.slice(userPoolId.indexOf('_') + 1);
  return {
    largeA,
    prove(challenge, at) {
      const timestamp = srpTimestamp(at);
      const prover = { group, id: challenge['USER_ID_FOR_SRP'] ?? username, password };
      return { signature: sign(prover, challenge, timestamp), timestamp };
    },
  };
}

function privateKey({ group, id, password }: Prover, salt: bigint): bigint {
  return integer(sha256(pad(salt), sha256(Buffer.from(`${group}${id}:${password}`))));
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N;
    if (bit === '1') result = (result * base) % N;
  }
  return result;
}

function integer(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** Two's complement, big-endian. */
function pad(number: bigint): Buffer {
  const hex = number.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function sha256(...parts: Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
