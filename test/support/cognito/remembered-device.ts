import { createHash, createHmac, randomBytes } from 'node:crypto';
import { N as prime } from '../../../local/cognito/secrets/srp.ts';

/** A device's own side of SRP, written from the client's point of view and in BigInt: nothing but the prime is shared with what it tests. */
export interface RememberedDevice {
  /** DeviceSecretVerifierConfig. */
  readonly config: { readonly PasswordVerifier: string; readonly Salt: string };
  exchange(): Exchange;
}

interface Exchange {
  readonly SRP_A: string;
  /** The PASSWORD_CLAIM_SIGNATURE. */
  sign(
    challenge: Record<string, string>,
    timestamp: string,
    as?: { readonly deviceKey?: string; readonly groupKey?: string },
  ): string;
}

const N = BigInt(`0x${prime.toString('hex')}`);
const g = 2n;
const k = integer(sha256(pad(N), pad(g)));

/** Makes up a password and keeps it. */
export function rememberedDevice(groupKey: string, deviceKey: string): RememberedDevice {
  const password = randomBytes(40).toString('base64');
  const salt = integer(randomBytes(16));
  const x = (group: string, key: string) => integer(sha256(pad(salt), sha256(Buffer.from(`${group}${key}:${password}`))));
  return {
    config: {
      PasswordVerifier: pad(power(g, x(groupKey, deviceKey))).toString('base64'),
      Salt: pad(salt).toString('base64'),
    },
    exchange() {
      const a = integer(randomBytes(128));
      const A = power(g, a);
      return {
        SRP_A: A.toString(16),
        sign({ SRP_B = '', SECRET_BLOCK = '' }, timestamp, as = {}) {
          const [key, group] = [as.deviceKey ?? deviceKey, as.groupKey ?? groupKey];
          const B = BigInt(`0x${SRP_B}`);
          const u = integer(sha256(pad(A), pad(B)));
          const S = power((((B - k * power(g, x(group, key))) % N) + N) % N, a + u * x(group, key));
          const prk = createHmac('sha256', pad(u)).update(pad(S)).digest();
          const secret = createHmac('sha256', prk).update('Caldera Derived Key\x01').digest().subarray(0, 16);
          const signed = createHmac('sha256', secret).update(group).update(key).update(Buffer.from(SECRET_BLOCK, 'base64'));
          return signed.update(timestamp).digest('base64');
        },
      };
    },
  };
}

/** `Sun Mar 1 12:00:00 UTC 2026`. */
export function srpTimestamp(now: number): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(now).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
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
