import { randomBytes, scrypt } from 'node:crypto';

/** How many codes a user has at a time. */
const CODES = 10;
/** 60 random bits. */
const CODE_CHARACTERS = 12;
const GROUP = /.{4}/g;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/**
 * Digits and letters without I, L, O and U, which are easily confused with others.
 * @see https://www.crockford.com/base32.html
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is stored of a user's codes. It cannot be used to recover an account. */
export interface HashedCodes {
  /** Base64. All codes of a user share it, so that one hash shows whether a code is among them. */
  readonly salt: string;
  /** Base64, one for each code. */
  readonly hashes: readonly string[];
}

/** Ten new codes such as `7KQ2-M0XD-PA9T`, and what is stored of them. */
export async function newCodes(): Promise<{ readonly codes: readonly string[]; readonly hashed: HashedCodes }> {
  const codes = new Set<string>();
  while (codes.size < CODES) codes.add(newCode());
  const salt = randomBytes(SALT_BYTES).toString('base64');
  const hashes = await Promise.all([...codes].map((code) => hashCode(code, salt)));
  return { codes: [...codes].map(grouped), hashed: { salt, hashes } };
}

/**
 * A code as it was typed, normalised: upper and lower case, hyphens and spaces make no difference, O is read as 0, and
 * I and L are read as 1. Null if it cannot be a code.
 */
export function readCode(typed: string): string | null {
  const code = typed
    .slice(0, 64)
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return code.length === CODE_CHARACTERS && [...code].every((sign) => alphabet.includes(sign)) ? code : null;
}

/**
 * The scrypt hash of a code. It takes some milliseconds, so trying all 60 random bits would take ages for somebody who
 * has read the table.
 */
export function hashCode(code: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, Buffer.from(salt, 'base64'), HASH_BYTES, { N: 4096 }, (error, hash) => {
      if (error) reject(error);
      else resolve(hash.toString('base64'));
    });
  });
}

function newCode(): string {
  // 256 is a multiple of 32, so all letters are equally likely.
  return [...randomBytes(CODE_CHARACTERS)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

function grouped(code: string): string {
  return (code.match(GROUP) ?? []).join('-');
}
