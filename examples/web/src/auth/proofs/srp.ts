// Cognito's SRP-6a: RFC 5054 with Cognito's own padding, hash and message. It proves the password, which never leaves
// the page. It needs BigInt and WebCrypto, which Node has, and every browser on https and on localhost.

export interface SrpClient {
  /** Hexadecimal, for `login(flow: USER_SRP_AUTH)` and all other places where the API requires `srpA`. */
  readonly srpA: string;
  /** The `passwordClaim` that answers PasswordVerifierChallenge. Call it only once for each client. */
  prove(proof: SrpProof): Promise<PasswordClaim>;
}

interface SrpProof {
  /** The challenge's `userIdForSrp`, which may differ from what the user typed. */
  readonly username: string;
  /** The part of the user pool's id after the `_`. */
  readonly poolName: string;
  readonly password: string;
  /** This and the next two, as in the challenge. */
  readonly salt: string;
  readonly srpB: string;
  readonly secretBlock: string;
  /** Default: now, in the form of `srpTimestamp`. */
  readonly timestamp?: string;
}

interface PasswordClaim {
  readonly signature: string;
  readonly secretBlock: string;
  readonly timestamp: string;
}

/** One sign-in. Its secret number is random; only tests pass one. */
export async function startSrp(a: bigint = randomSecret()): Promise<SrpClient> {
  const A = modPow(g, a);
  const k = toBigInt(await sha256(bytesOf(N), bytesOf(g)));
  return {
    srpA: A.toString(16),
    async prove({ username, poolName, password, salt, srpB, secretBlock, timestamp = srpTimestamp(new Date()) }) {
      const B = fromHex(srpB, 'srpB');
      // If it were a multiple of N, anybody would know the key (RFC 5054 §2.5.4).
      if (B % N === 0n) throw new Error(provesNothing);
      const u = toBigInt(await sha256(bytesOf(A), bytesOf(B)));
      if (u === 0n) throw new Error(provesNothing);
      const identity = await sha256(utf8(`${poolName}${username}:${password}`));
      const x = toBigInt(await sha256(bytesOf(fromHex(salt, 'salt')), identity));
      const base = (B - k * modPow(g, x)) % N;
      const S = modPow(base < 0n ? base + N : base, a + u * x);
      const message = concat(utf8(poolName + username), fromBase64(secretBlock), utf8(timestamp));
      return { signature: toBase64(await sign(message, S, u)), secretBlock, timestamp };
    },
  };
}

/** The input of `confirmDevice`, in Base64. With it the device can later prove its password by SRP. */
export async function deviceVerifier(device: {
  readonly key: string;
  readonly groupKey: string;
  readonly password: string;
}): Promise<{ readonly passwordVerifier: string; readonly salt: string }> {
  const { key, groupKey, password } = device;
  const salt = bytesOf(toBigInt(crypto.getRandomValues(new Uint8Array(16))));
  const identity = await sha256(utf8(`${groupKey}${key}:${password}`));
  const x = toBigInt(await sha256(salt, identity));
  return { passwordVerifier: toBase64(bytesOf(modPow(g, x))), salt: toBase64(salt) };
}

/** `Wed Apr 5 22:42:34 UTC 2017`: English, UTC, and no leading zero in the day, or Cognito refuses the proof. */
export function srpTimestamp(date: Date): string {
  const [weekday, day, month, year, clock] = date.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${clock} UTC ${year}`;
}

/** The 3072-bit group of RFC 5054, appendix A. */
const N = BigInt(
  '0xffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437' +
    '4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7edee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05' +
    '98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b' +
    'e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa051015728e5a8aaac42dad33170d04507a33' +
    'a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864' +
    'd87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff',
);
const g = 2n;

const provesNothing = "The server's srpB proves nothing.";

type Bytes = Uint8Array<ArrayBuffer>;

function randomSecret(): bigint {
  return toBigInt(crypto.getRandomValues(new Uint8Array(128)));
}

function modPow(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

/** The signature with the session's key, which HKDF derives from S and u. */
async function sign(message: Bytes, S: bigint, u: bigint): Promise<Bytes> {
  const secret = await crypto.subtle.importKey('raw', bytesOf(S), 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(u), info: utf8('Caldera Derived Key') };
  const key = await crypto.subtle.deriveKey(hkdf, secret, { name: 'HMAC', hash: 'SHA-256', length: 128 }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}

async function sha256(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
}

/** Cognito's form of a number: as few bytes as possible, with a leading zero byte if the top bit is set. */
function bytesOf(number: bigint): Bytes {
  const hex = number.toString(16);
  const even = hex.length % 2 === 1 ? `0${hex}` : hex;
  const padded = /^[89a-f]/.test(even) ? `00${even}` : even;
  return Uint8Array.from(padded.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function toBigInt(bytes: Bytes): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function fromHex(hex: string, name: string): bigint {
  if (!/^[0-9a-f]+$/i.test(hex)) throw new Error(`The server's ${name} is not hexadecimal.`);
  return BigInt(`0x${hex}`);
}

function concat(...parts: Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
