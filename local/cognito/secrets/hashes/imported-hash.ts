import { argon2Sync, pbkdf2Sync, scryptSync, timingSafeEqual } from 'node:crypto';
import type { PasswordHashingAlgorithmType } from '@aws-sdk/client-cognito-identity-provider';
import { hashSync } from 'bcryptjs';

interface Format {
  readonly matches: RegExp;
  /**
   * Whether the costs are bearable for this process, which computes the hash in the course of a sign-in. Cognito's own
   * bounds are unknown.
   */
  readonly isBearable: (part: (name: string) => number) => boolean;
  readonly digest: (text: string) => Buffer;
  readonly derive: (password: string, salt: string, part: (name: string) => number, bytes: number) => Buffer;
}

const mebibyte = 2 ** 20;

/**
 * The modular crypt format of bcrypt, and the PHC string format of the others
 * (https://github.com/P-H-C/phc-string-format), which is how libraries write these hashes.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.hash-formats
 */
const formats: Readonly<Record<PasswordHashingAlgorithmType, Format>> = {
  BCRYPT: {
    matches: /^\$2[aby]\$(?<cost>\d\d)\$(?<salt>[./A-Za-z0-9]{22})(?<digest>[./A-Za-z0-9]{31})$/,
    isBearable: (part) => part('cost') >= 4 && part('cost') <= 14,
    // As text: nothing else needs bcrypt's own Base64.
    digest: Buffer.from,
    derive: (password, salt, part, length) =>
      Buffer.from(hashSync(password, `$2b$${String(part('cost')).padStart(2, '0')}$${salt}`).slice(-length)),
  },
  SCRYPT: {
    matches: /^\$scrypt\$ln=(?<ln>\d{1,2}),r=(?<r>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[\w+/.-]+)\$(?<digest>[\w+/.-]+)$/,
    isBearable: (part) =>
      part('ln') >= 1 && part('r') >= 1 && part('p') >= 1 && 2 ** part('ln') * part('r') * part('p') <= 2 ** 22,
    digest: fromBase64,
    derive: (password, salt, part, bytes) =>
      scryptSync(password, fromBase64(salt), bytes, {
        N: 2 ** part('ln'),
        r: part('r'),
        p: part('p'),
        maxmem: 1024 * mebibyte,
      }),
  },
  ARGON2ID: {
    matches: /^\$argon2id\$v=19\$m=(?<m>\d{1,7}),t=(?<t>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[\w+/.-]+)\$(?<digest>[\w+/.-]+)$/,
    isBearable: (part) => part('m') >= 8 * part('p') && part('m') <= 262_144 && part('t') >= 1 && part('p') >= 1,
    digest: fromBase64,
    derive: (message, salt, part, tagLength) =>
      argon2Sync('argon2id', {
        message,
        nonce: fromBase64(salt),
        parallelism: part('p'),
        tagLength,
        memory: part('m'),
        passes: part('t'),
      }),
  },
  PBKDF2_SHA256: {
    matches: /^\$pbkdf2-sha256\$(?:i=)?(?<i>\d{1,7})(?:,l=\d+)?\$(?<salt>[\w+/.-]+)\$(?<digest>[\w+/.-]+)$/,
    isBearable: (part) => part('i') >= 1,
    digest: fromBase64,
    derive: (password, salt, part, bytes) => pbkdf2Sync(password, fromBase64(salt), part('i'), bytes, 'sha256'),
  },
};

/** Whether the text is a hash of this algorithm that can be computed here. */
export function isHash(algorithm: PasswordHashingAlgorithmType, text: string): boolean {
  const read = parts(formats[algorithm], text);
  return read !== undefined && formats[algorithm].isBearable(read.part) && read.digest.length >= 16 && read.digest.length <= 64;
}

/** Whether a stored hash, of whichever algorithm, is that of the password. */
export function isHashOf(text: string, password: string): boolean {
  for (const format of Object.values(formats)) {
    const read = parts(format, text);
    if (read === undefined) continue;
    return timingSafeEqual(format.derive(password, read.salt, read.part, read.digest.length), read.digest);
  }
  return false;
}

function parts({ matches, digest }: Format, text: string) {
  const groups = matches.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { salt = '', digest: encoded = '' } = groups;
  return { salt, digest: digest(encoded), part: (name: string) => Number(groups[name]) };
}

/** Standard or URL-safe Base64, with or without padding; some libraries write a full stop for the plus sign. */
function fromBase64(text: string): Buffer {
  return Buffer.from(text.replaceAll('.', '+'), 'base64');
}
