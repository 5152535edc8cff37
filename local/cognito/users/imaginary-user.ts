import { createHmac, hkdfSync } from 'node:crypto';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import type { Verifier } from '../store/verifier.ts';
import { fold, looksLikeEmail, looksLikePhone, subjectOf } from './sign-in-names.ts';

/**
 * Somebody who does not exist, under PreventUserExistenceErrors: the same for the same name at all times, so that all that is seen of a
 * sign-in is what a user's would show (RFC 5054 §2.5.1.3). No proof of theirs holds, and `advance` signs them in under no circumstances.
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
    // No stored user has it.
    id: 0,
    poolId: pool.id,
    sub: subjectOf(pool, undefined, name),
    username: `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20, 32)}`,
    status: 'CONFIRMED',
    enabled: true,
    password: imaginaryPassword(pool, name),
    passwordExpiresAt: null,
    credential: 0,
    generation: 0,
    attributes: address(name, trace('address')),
    createdAt: 0,
    modifiedAt: 0,
    imaginedFrom: name,
  };
}

export function isImaginary({ imaginedFrom }: Pick<User, 'imaginedFrom'>): boolean {
  return imaginedFrom !== undefined;
}

/**
 * A verifier of which nobody knows the password; also for a user who has none. It costs no power of g, which would be
 * heard in the time.
 */
export function imaginaryPassword(pool: UserPool, name: string): Verifier {
  const salt = Buffer.from(hkdfSync('sha256', pool.secret, '', `salt ${name}`, 16));
  const verifier = Buffer.from(hkdfSync('sha256', pool.secret, '', `verifier ${name}`, 384));
  // Below N, whose first bit is set.
  verifier.writeUInt8(verifier.readUInt8() & 0x7f);
  return { salt, verifier };
}

/** The address that was typed, else one that is as good as any. */
function address(name: string, trace: Buffer): Record<string, string> {
  if (looksLikePhone(name)) return { phone_number: name, phone_number_verified: 'true' };
  const letter = (index: number) => String.fromCharCode(97 + (trace.readUInt8(index) % 26));
  return { email: looksLikeEmail(name) ? name : `${letter(0)}@${letter(1)}`, email_verified: 'true' };
}
