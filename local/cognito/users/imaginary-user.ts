import { createHmac, hkdfSync } from 'node:crypto';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import type { Verifier } from '../store/verifier.ts';
import { fold, looksLikeEmail, looksLikePhone, subjectOf } from './sign-in-names.ts';

/**
 * A user who does not exist, for clients with PreventUserExistenceErrors. The same name always gives the same user, so
 * that a sign-in looks like that of an existing user (RFC 5054 §2.5.1.3). None of their proofs is ever valid, and
 * `advance` never signs them in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.srp.unknown-user
 */
export function imaginaryUser(pool: UserPool, typedName: string): User {
  const name = fold(pool, typedName);
  const trace = (what: string) =>
    createHmac('sha256', pool.secret)
      .update(JSON.stringify(['nobody', what, name]))
      .digest();
  const id = trace('username').toString('hex');
  return {
    // No stored user has this id.
    id: 0,
    poolId: pool.id,
    sub: subjectOf(pool, undefined, name),
    username: `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20, 32)}`,
    status: 'CONFIRMED',
    enabled: true,
    password: imaginaryPassword(pool, name),
    importedHash: null,
    passwordExpiresAt: null,
    credential: 0,
    generation: 0,
    attributes: address(name, trace('address')),
    identities: [],
    createdAt: 0,
    modifiedAt: 0,
    imaginedFrom: name,
  };
}

export function isImaginary({ imaginedFrom }: Pick<User, 'imaginedFrom'>): boolean {
  return imaginedFrom !== undefined;
}

/**
 * A verifier whose password nobody knows; also for a user without a password. It does not compute a power of g, which
 * would be noticeable in the response time.
 */
export function imaginaryPassword(pool: UserPool, name: string): Verifier {
  // The name as HKDF's salt, since its info takes at most 1,024 bytes, and names in a sign-in can be longer.
  const derive = (what: string, bytes: number) => Buffer.from(hkdfSync('sha256', pool.secret, name, what, bytes));
  const salt = derive('salt', 16);
  const verifier = derive('verifier', 384);
  // Stays below N, whose first bit is set.
  verifier.writeUInt8(verifier.readUInt8() & 0x7f);
  return { salt, verifier };
}

/** The typed address, or an invented one. */
function address(name: string, trace: Buffer): Record<string, string> {
  if (looksLikePhone(name)) return { phone_number: name, phone_number_verified: 'true' };
  const letter = (index: number) => String.fromCharCode(97 + (trace.readUInt8(index) % 26));
  return { email: looksLikeEmail(name) ? name : `${letter(0)}@${letter(1)}`, email_verified: 'true' };
}
